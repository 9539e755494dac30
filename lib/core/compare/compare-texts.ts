import { structuredPatch } from "diff";

export interface TextComparison {
  hunks: { oldStart: number; newStart: number; lines: string[] }[];
  added: number;
  removed: number;
}

/** What differs between two texts of one file, line by line with three lines around each change. */
export function compareTexts(path: string, old: string, now: string): TextComparison {
  const hunks = structuredPatch(path, path, old, now, undefined, undefined, { context: 3 }).hunks.map(
    ({ oldStart, newStart, lines }) => ({ oldStart, newStart, lines }),
  );
  const count = (mark: string) =>
    hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.startsWith(mark)).length, 0);
  return { hunks, added: count("+"), removed: count("-") };
}
