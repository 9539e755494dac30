import { compareTexts, type TextComparison } from "#lib/core/compare/compare-texts.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { getContents } from "#lib/io/db/queries/get-drafts.ts";
import type { Generation } from "./load-generation.ts";

/** A version of a task's text: the built-in draft of the design as it is now, or a kept draft by its number. */
export type DraftSide = "built-in" | number;

/** The text of one version of a task; null when there is none. */
async function textOfDraft(generation: Generation, path: string, side: DraftSide): Promise<string | null> {
  if (side === "built-in") return generation.tasks.find((task) => task.path === path)?.text ?? null;
  const kept = generation.drafts.find((draft) => draft.path === path && draft.number === side);
  if (kept) return (await getContents([kept.sha256])).get(kept.sha256) ?? null;
  const task = generation.tasks.find((one) => one.path === path);
  return task?.draft?.number === side && !task.draft.saved ? task.text : null;
}

/** What differs between two versions of a task's text. */
export async function compareDrafts(
  generation: Generation,
  path: string,
  from: DraftSide,
  to: DraftSide,
): Promise<Result<TextComparison>> {
  const [old, now] = [await textOfDraft(generation, path, from), await textOfDraft(generation, path, to)];
  if (old === null || now === null)
    return err([
      {
        path,
        code: "not-found",
        message: `There is no such draft of ${path}.`,
        hint: "Choose another draft to compare with.",
      },
    ]);
  return ok(compareTexts(path, old, now));
}
