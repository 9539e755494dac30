"use server";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import type { Asked } from "#components/generation/workbench/work-actions.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { cancelRun } from "#lib/wizard/cancel-run.ts";
import { requestRun } from "#lib/wizard/request-run.ts";

const asked = z.object({
  kind: z.enum(["draft", "repository"]),
  paths: z.array(z.string().min(1).max(240)).max(600),
});

/** Asks the sandbox to judge files as they stand; the page follows the stream of runs. */
export async function prove(projectId: string, kind: "draft" | "repository", paths: string[]): Promise<Result<Asked>> {
  const requested = await asOwner(asked, { kind, paths }, (caller, parsed) =>
    requestRun(caller, { projectId, ...parsed }),
  );
  return requested.ok ? ok({ remembered: requested.value.remembered }) : requested;
}

export async function cancel(projectId: string, runId: string): Promise<Result<true>> {
  return asOwner(z.string().min(1).max(64), runId, (caller, id) => cancelRun(caller, projectId, id));
}
