import { withAnswer } from "#lib/core/catalog/access.ts";
import { checkAnswer } from "#lib/core/catalog/answers.ts";
import { provisional } from "#lib/core/design/provisional.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";
import { render } from "./toolbox.ts";

/** One file as each of two options would have it; null where it would not exist or has no template. */
export interface ComparedFile {
  path: string;
  left: string | null;
  right: string | null;
}

export interface Comparison {
  /** Only files that differ, the most telling first: those that exist on one side only, then by size of the difference. */
  files: ComparedFile[];
  same: number;
  gaps: { left: string[]; right: string[] };
}

/** Renders the current design with each of two values of one decision and sets the files that differ side by side. */
export async function compareOptions(
  caller: Caller,
  projectId: string,
  path: string,
  left: unknown,
  right: unknown,
): Promise<Result<Comparison>> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state) return err(NOT_FOUND);
  const sides = [left, right].map((value) => {
    const checked = checkAnswer(path, value, state.answers);
    return checked.ok
      ? ok(render(provisional(withAnswer(state.answers, path, checked.value)).answers).blueprint)
      : checked;
  });
  const [a, b] = sides as [(typeof sides)[number], (typeof sides)[number]];
  if (!a.ok) return a;
  if (!b.ok) return b;
  const texts = (side: typeof a.value) => new Map(side.tasks.map((task) => [task.path, task.text]));
  const [one, two] = [texts(a.value), texts(b.value)];
  const paths = [...new Set([...one.keys(), ...two.keys()])].sort();
  const all = paths.map(
    (file): ComparedFile => ({ path: file, left: one.get(file) ?? null, right: two.get(file) ?? null }),
  );
  const files = all.filter(({ left: l, right: r }) => l !== r).sort((x, y) => weight(y) - weight(x));
  return ok({
    files,
    same: all.length - files.length,
    gaps: { left: a.value.gaps.map(({ message }) => message), right: b.value.gaps.map(({ message }) => message) },
  });
}

const weight = ({ left, right }: ComparedFile): number =>
  (left === null || right === null ? 1_000_000 : 0) + Math.abs((left?.length ?? 0) - (right?.length ?? 0));
