import type { DesignComparison } from "../compare/compare-designs.ts";

/** What changed since a link was made, in one line; empty where nothing did. */
export function sinceWords({ same, decisions, reasons, files, score }: DesignComparison): string {
  if (same) return "";
  const answers = decisions.length + reasons.length;
  return [
    ...(answers > 0 ? [counted(answers, "answer")] : []),
    ...(files.length > 0 ? [counted(files.length, "file")] : []),
    ...(score.left && score.right && score.left.total !== score.right.total
      ? [`the score from ${score.left.total} to ${score.right.total}`]
      : []),
  ].join(", ");
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;
