"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import { PATH_LIMITS } from "#lib/core/catalog/structure/own-path.ts";
import type { PlanChange } from "#lib/core/project/plan.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import type { Result } from "#lib/core/result.ts";
import { ok } from "#lib/core/result.ts";
import { TEXT_LENGTHS } from "#lib/core/text-lengths.ts";
import { approvePlan, changePlan } from "#lib/wizard/change-plan.ts";

const path = z.string().min(1).max(PATH_LIMITS.bytes);
const reason = z.string().max(TEXT_LENGTHS.reason);
const change = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("remove"), path, reason }),
  z.object({ kind: z.literal("restore"), path }),
  z.object({ kind: z.literal("add"), path, purpose: z.string().max(TEXT_LENGTHS.purpose) }),
  z.object({ kind: z.literal("order"), paths: z.array(path).max(600), reason }),
  z.object({
    kind: z.literal("group"),
    name: z.string().trim().min(1, "A group needs a name.").max(TEXT_LENGTHS.group),
    paths: z.array(path).max(600),
  }),
  z.object({ kind: z.literal("reset-order") }),
]);

const seen = z.object({ version: z.int(), change });

export async function changeThePlan(projectId: string, version: number, input: PlanChange): Promise<Result<true>> {
  return done(
    await asOwner(seen, { version, change: input }, (caller, parsed) =>
      changePlan(caller, projectId, parsed.version, parsed.change as PlanChange),
    ),
  );
}

export async function approveThePlan(projectId: string, version: number): Promise<Result<true>> {
  return done(await asOwner(z.int(), version, (caller, parsed) => approvePlan(caller, projectId, parsed)));
}

function done(result: Result<ProjectState>): Result<true> {
  if (!result.ok) return result;
  refresh();
  return ok(true);
}
