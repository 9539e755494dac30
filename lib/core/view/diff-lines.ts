import type { DiffLine } from "./consequences-view.ts";

/** Hunks of a unified patch as lines with marks; where lines were left out, the next line says how many. */
export function diffLines(hunks: readonly { newStart: number; lines: readonly string[] }[]): DiffLine[] {
  let last = 1;
  return hunks.flatMap(({ newStart, lines }) => {
    const skipped = Math.max(0, newStart - last);
    last = newStart + lines.filter((line) => !line.startsWith("-")).length;
    return lines
      .filter((line) => /^[ +-]/.test(line))
      .map(
        (line, index): DiffLine => ({
          mark: line[0] as DiffLine["mark"],
          text: line.slice(1),
          ...(index === 0 && skipped > 0 ? { skipped } : {}),
        }),
      );
  });
}
