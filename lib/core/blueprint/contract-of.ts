import { type Outline, outline } from "../python/outline.ts";

/** How many outlines are kept; several designs' worth, a few megabytes. */
const KEPT = 600;
const kept = new Map<string, Outline>();

/**
 * The contract of a task: the outline of its built-in draft. Null for files that are not Python or have no draft.
 * Read on demand, because most pages show none of them; the same text is read once.
 */
export function contractOf({ path, text }: { path: string; text: string | null }): Outline | null {
  if (text === null || !path.endsWith(".py")) return null;
  const known = kept.get(text);
  if (known) return known;
  const read = outline(text);
  kept.set(text, read);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
  return read;
}
