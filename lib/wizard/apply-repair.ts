import { decide } from "#lib/core/project/decide.ts";
import { currentDraft } from "#lib/core/project/drafts.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { addDraft } from "#lib/io/db/commands/add-draft.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { listDrafts } from "#lib/io/db/queries/get-drafts.ts";
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
  let kept = { number: 0, sha256 };
  const changed = await changeProject(
    changeBy(caller, projectId),
    [],
    async (state) => {
      // Under the project's lock: whoever else applied it or wrote meanwhile has been first.
      const task = generation.value.tasks.find((one) => one.path === path);
      const draft = task && currentDraft(task, await listDrafts(projectId, path));
      if (draft?.sha256 !== base) return stale(path);
      const draftNumber = draft.saved ? draft.number + 1 : draft.number;
      return decide(state, { type: "repair", path, draftNumber, sha256, reasons, soFar: attempt - 1 });
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
