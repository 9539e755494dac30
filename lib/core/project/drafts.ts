import type { Task } from "../blueprint/blueprint.ts";
import type { DraftSource } from "../delivery/repository.ts";

/** One numbered, immutable version of a task's content, without its text. */
export interface Draft {
  path: string;
  number: number;
  sha256: string;
  source: DraftSource;
  reason: string;
  createdAt: string;
}

/** The draft a person is looking at. `saved` is false for a built-in draft that no one has needed to keep yet. */
export interface CurrentDraft {
  number: number;
  sha256: string;
  source: DraftSource;
  saved: boolean;
}

/**
 * The newest draft of a task; its built-in draft while there is none. When the design changed and the newest draft is
 * an old built-in one, the new built-in draft takes its place; what a person or an agent wrote never gives way by itself.
 */
export function currentDraft(task: Pick<Task, "path" | "sha256">, drafts: readonly Draft[]): CurrentDraft | null {
  const newest = drafts.filter(({ path }) => path === task.path).at(-1);
  const builtIn =
    task.sha256 === null
      ? null
      : { number: (newest?.number ?? 0) + 1, sha256: task.sha256, source: "template" as const, saved: false };
  if (!newest) return builtIn;
  if (newest.source === "template" && builtIn && newest.sha256 !== builtIn.sha256) return builtIn;
  return { number: newest.number, sha256: newest.sha256, source: newest.source, saved: true };
}
