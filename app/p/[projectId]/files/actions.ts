"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import { PATH_LIMITS } from "#lib/core/catalog/structure/own-path.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { TEXT_LENGTHS } from "#lib/core/text-lengths.ts";
import { type CheckedView, checkedView } from "#lib/core/view/task-view.ts";
import { type Acceptance, acceptTasks } from "#lib/wizard/accept-tasks.ts";
import { applyRepair } from "#lib/wizard/apply-repair.ts";
import { checkDrafts } from "#lib/wizard/check-draft.ts";
import { decideTask, type TaskDecision } from "#lib/wizard/decide-task.ts";
import { saveDraft } from "#lib/wizard/save-draft.ts";

const path = z.string().min(1).max(PATH_LIMITS.bytes);
const said = z.string().max(TEXT_LENGTHS.change);
const reason = z.string().max(TEXT_LENGTHS.reason);
const sha = z.string().length(64);

const decision = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("modify"), path, text: said }),
  z.object({ kind: z.literal("regenerate"), path }),
  z.object({ kind: z.literal("take-back"), path, number: z.int().positive() }),
  z.object({ kind: z.literal("defer"), path, reason }),
  z.object({ kind: z.literal("reopen"), path }),
  z.object({ kind: z.literal("abort"), reason }),
  z.object({ kind: z.literal("resume") }),
]);

const acceptance = z.object({ path, sha256: sha, acknowledgement: reason.optional() });
const accepting = z.object({ version: z.int(), tasks: z.array(acceptance).max(600) });
const approval = z.object({ path, base: sha, sha256: sha });
const draft = z.object({ path, text: z.string().max(300_000), source: z.enum(["edit", "paste"]), reason: said });

export async function accept(projectId: string, version: number, tasks: Acceptance[]): Promise<Result<true>> {
  return done(
    await asOwner(accepting, { version, tasks }, (caller, parsed) =>
      acceptTasks(caller, projectId, parsed.version, parsed.tasks as Acceptance[]),
    ),
  );
}

export async function decideOn(projectId: string, input: TaskDecision): Promise<Result<true>> {
  return done(await asOwner(decision, input, (caller, parsed) => decideTask(caller, projectId, parsed)));
}

export async function keepDraft(
  projectId: string,
  input: z.infer<typeof draft>,
): Promise<Result<{ number: number; sha256: string }>> {
  const saved = await asOwner(draft, input, (caller, parsed) => saveDraft(caller, { projectId, ...parsed }));
  if (saved.ok) refresh();
  return saved;
}

export async function repair(
  projectId: string,
  path: string,
  base: string,
  sha256: string,
): Promise<Result<{ number: number; sha256: string }>> {
  const applied = await asOwner(approval, { path, base, sha256 }, (caller, parsed) =>
    applyRepair(caller, { projectId, ...parsed }),
  );
  if (applied.ok) refresh();
  return applied;
}

/** Checks a few files by name; a page with many asks again and shows how far it is. */
export async function checkSome(
  projectId: string,
  paths: string[],
): Promise<Result<{ path: string; checked: CheckedView }[]>> {
  const checked = await asOwner(z.array(path).max(12), paths, (caller, parsed) =>
    checkDrafts(caller, projectId, parsed),
  );
  return checked.ok ? ok(checked.value.map((one) => ({ path: one.path, checked: checkedView(one) }))) : checked;
}

function done<T>(result: Result<T>): Result<true> {
  if (!result.ok) return result;
  refresh();
  return ok(true);
}
