import { FILE_BYTES, FILE_SIZE } from "#lib/core/api/limits.ts";
import type { DraftSource } from "#lib/core/delivery/repository.ts";
import { asKept } from "#lib/core/repair/clean-text.ts";
import { err, ok, type Result, refuse } from "#lib/core/result.ts";
import { db } from "#lib/io/db/client.ts";
import { addDraft, newestDraft } from "#lib/io/db/commands/add-draft.ts";
import type { Caller } from "./caller.ts";
import { prepareRun } from "./enqueue-run.ts";
import { loadGeneration } from "./load-generation.ts";

export interface SaveDraft {
  projectId: string;
  path: string;
  text: string;
  source: DraftSource;
  reason?: string;
  /** Number of the newest kept draft that the writer has seen; another one by now is refused (code `stale-task`). */
  after?: number;
}

/** Keeps a new draft of a task, with line ends as a repository has them; the drafts before it stay. Refuses files over the size limit and control characters a source file cannot have. */
export async function saveDraft(
  caller: Caller,
  { projectId, path, text, source, reason, after }: SaveDraft,
): Promise<Result<{ number: number; sha256: string }>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  const task = generation.value.tasks.find((one) => one.path === path);
  if (!task) return err([{ path, code: "not-found", message: `There is no task for ${path} in this plan.` }]);
  if (task.status === "removed")
    return refuse(path, "removed", `${path} was removed from the plan.`, "Restore it in the plan first.");
  if (generation.value.state.aborted)
    return refuse("generation", "aborted", "Generation was ended.", "Resume it; then its files can be written.");
  if (!generation.value.approved)
    return refuse(
      "plan",
      "plan-not-approved",
      "The plan has not been approved yet.",
      "Approve the plan; then its files can be written.",
    );
  if (Buffer.byteLength(text) > FILE_BYTES) {
    const hint = "Split it in two, and add the other part to the plan.";
    return refuse(path, "bad-text", `The file is larger than ${FILE_SIZE}.`, hint);
  }
  const problem = textProblem(text);
  if (problem) return refuse(path, "bad-text", problem, "Paste the file again as plain text.");
  const kept = asKept(text);
  const run = await prepareRun(generation.value, {
    kind: "draft",
    changed: { path, text: kept },
    actor: caller.actor,
  });
  return db().$transaction(async (tx) => {
    const newest = after === undefined ? undefined : await newestDraft(tx, projectId, path);
    if (newest !== after)
      return refuse(path, "stale-task", `${path} has a newer draft by now.`, "Read it, then decide again.");
    // A queue that is full, or no sandbox at all, keeps nobody from writing.
    if (run.ok) await run.value(tx);
    return ok(await addDraft(tx, projectId, path, kept, source, reason ?? ""));
  });
}

function textProblem(text: string): string | null {
  if (!text.isWellFormed()) return "The text holds half of a character (a lone surrogate).";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are refused
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(text);
  return bad ? `The text holds the control character U+${bad[0].charCodeAt(0).toString(16).padStart(4, "0")}.` : null;
}
