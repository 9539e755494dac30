import { decide } from "#lib/core/project/decide.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { addDraft } from "#lib/io/db/commands/add-draft.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";
import { prepareRun } from "./enqueue-run.ts";
import { loadGeneration } from "./load-generation.ts";
import { repairOf } from "./repairing.ts";

export interface ApplyRepair {
  projectId: string;
  path: string;
  /** SHA-256 of the draft the person saw mended, and of the text they approved. */
  base: string;
  sha256: string;
}

/** Keeps a repair that a person approved as the next draft, with its reasons. Refused when either text is no longer the one that was shown. */
export async function applyRepair(
  caller: Caller,
  { projectId, path, base, sha256 }: ApplyRepair,
): Promise<Result<{ number: number; sha256: string }>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  if (generation.value.tasks.find((task) => task.path === path)?.draft?.sha256 !== base) return stale(path);
  const found = await repairOf(generation.value, path);
  if (!found.ok) return found;
  if (found.value.sha256 !== sha256) return stale(path);
  const { text, reasons, attempt } = found.value;
  const run = await prepareRun(generation.value, { kind: "draft", changed: { path, text }, actor: caller.actor });
  const newest = generation.value.drafts.findLast((draft) => draft.path === path)?.number ?? 0;
  let kept = { number: 0, sha256 };
  const changed = await changeProject(
    changeBy(caller, projectId),
    [],
    async (state, tx) => {
      // Under the project's lock: whoever else applied it or wrote meanwhile has been first.
      const since = await tx.draft.count({ where: { projectId, path, number: { gt: newest } } });
      if (since > 0) return stale(path);
      return decide(state, { type: "repair", path, draftNumber: newest + 1, sha256, reasons, soFar: attempt - 1 });
    },
    async (tx) => {
      kept = await addDraft(tx, projectId, path, text, "repair", reasons.join(" "));
      if (run.ok) await run.value(tx);
    },
  );
  return changed.ok ? ok(kept) : changed;
}

const stale = (path: string) =>
  refuse(
    path,
    "stale-draft",
    `${path} has changed since this repair was shown to you.`,
    "Look at the newer draft, then ask for a repair again.",
  );
