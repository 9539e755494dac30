import "server-only";
import { diffArrays } from "diff";
import type { AlignedLine, AlignedRow } from "#lib/core/view/compare-view.ts";
import { highlight } from "./highlight.ts";

/** Unchanged lines kept around a change. */
const AROUND = 3;

/** Two texts of one file, line against line, with long unchanged parts left out. */
export async function sideBySide(path: string, left: string | null, right: string | null): Promise<AlignedRow[]> {
  const [a, b] = await Promise.all([highlight(path, left ?? ""), highlight(path, right ?? "")]);
  const rows: AlignedRow[] = [];
  let [i, j] = [0, 0];
  const parts = diffArrays(lines(left), lines(right));
  const line = (text: typeof a, at: number, changed: boolean): AlignedLine => ({
    number: at + 1,
    tokens: text[at] ?? [],
    changed,
  });
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    const next = parts[at + 1];
    if (!part) continue;
    if (!part.added && !part.removed) {
      for (let k = 0; k < part.value.length; k += 1)
        rows.push({ left: line(a, i++, false), right: line(b, j++, false) });
      continue;
    }
    const paired = part.removed && next?.added;
    const gone = part.removed ? part.value.length : 0;
    const come = paired ? next.value.length : part.added ? part.value.length : 0;
    for (let k = 0; k < Math.max(gone, come); k += 1)
      rows.push({ left: k < gone ? line(a, i++, true) : null, right: k < come ? line(b, j++, true) : null });
    if (paired) at += 1;
  }
  return folded(rows);
}

const lines = (text: string | null): string[] => (text === null ? [] : text.split("\n"));

function folded(rows: readonly AlignedRow[]): AlignedRow[] {
  const near = rows.map(() => false);
  rows.forEach((row, at) => {
    if ("skipped" in row || !(row.left?.changed || row.right?.changed || !row.left || !row.right)) return;
    for (let k = Math.max(0, at - AROUND); k <= Math.min(rows.length - 1, at + AROUND); k += 1) near[k] = true;
  });
  const out: AlignedRow[] = [];
  rows.forEach((row, at) => {
    if (near[at]) {
      out.push(row);
      return;
    }
    const last = out.at(-1);
    if (last && "skipped" in last) last.skipped += 1;
    else out.push({ skipped: 1 });
  });
  return out;
}
