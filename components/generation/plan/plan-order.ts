import type { TaskRow } from "#lib/core/view/generation-view.ts";

type Row = Pick<TaskRow, "path" | "after">;

/** Rows of one phase that stand together; a phase that was torn apart by a move comes more than once. */
export interface PlanSection {
  key: string;
  label: string;
  rows: TaskRow[];
}

/** The order as runs of one phase each. */
export function sectionsOf(rows: readonly TaskRow[]): PlanSection[] {
  const sections: PlanSection[] = [];
  for (const row of rows) {
    const last = sections.at(-1);
    if (last?.rows[0]?.phase === row.phase) last.rows.push(row);
    else
      sections.push({
        key: `${row.phase}-${sections.length}`,
        label: sections.some((one) => one.rows[0]?.phase === row.phase)
          ? `${row.phaseLabel}, continued`
          : row.phaseLabel,
        rows: [row],
      });
  }
  return sections;
}

/**
 * Moves one file to stand before another (at the end for null). Gives the new order, or in words why it cannot be: a
 * file comes after everything it builds on.
 */
export function moved(
  rows: readonly Row[],
  path: string,
  before: string | null,
): { order: string[] } | { because: string } {
  const own = rows.find((row) => row.path === path);
  if (!own) return { because: `There is no file ${path} in the plan.` };
  const rest = rows.filter((row) => row.path !== path);
  const at = before === null ? rest.length : rest.findIndex((row) => row.path === before);
  if (at === -1) return { because: `There is no file ${before} in the plan.` };
  const needed = own.after.find((one) => rest.findIndex((row) => row.path === one) >= at);
  if (needed) return { because: `${path} builds on ${needed} and must come after it.` };
  const builder = rest.slice(0, at).find((row) => row.after.includes(path));
  if (builder) return { because: `${builder.path} builds on ${path} and must come after it.` };
  const order = rest.map((row) => row.path);
  return { order: [...order.slice(0, at), path, ...order.slice(at)] };
}

/** The same, one place up or down. */
export function nudged(rows: readonly Row[], path: string, by: -1 | 1): { order: string[] } | { because: string } {
  const at = rows.findIndex((row) => row.path === path);
  const target = at + by;
  if (target < 0) return { because: `${path} is the first file already.` };
  if (target >= rows.length) return { because: `${path} is the last file already.` };
  return moved(rows, path, (by === -1 ? rows[target] : rows[target + 1])?.path ?? null);
}

/**
 * The rows that were moved: those outside the run of rows that kept their order. Where either of two could be said to have
 * moved, it is the one that was touched.
 */
export function shiftedPaths(
  before: readonly Row[],
  now: readonly Row[],
  touched: ReadonlySet<string> = new Set(),
): Set<string> {
  const at = new Map(before.map(({ path }, index) => [path, index]));
  const places = now.map(({ path }) => at.get(path) ?? 0);
  const weights: number[] = now.map(({ path }) => (touched.has(path) ? 1 : 2));
  const best = [...weights];
  const from = places.map(() => -1);
  for (const [i, place] of places.entries()) {
    for (let j = 0; j < i; j += 1) {
      const kept = (best[j] as number) + (weights[i] as number);
      if ((places[j] as number) < place && kept > (best[i] as number)) {
        best[i] = kept;
        from[i] = j;
      }
    }
  }
  const kept = new Set<number>();
  for (let i = best.indexOf(Math.max(...best)); i >= 0; i = from[i] as number) kept.add(i);
  return new Set(now.filter((_, index) => !kept.has(index)).map(({ path }) => path));
}
