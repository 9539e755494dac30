import type { Problem } from "#lib/core/result.ts";

/** The problems of exactly this place, `structure.resources[0].fields[2].name`. */
export const problemsAt = (problems: readonly Problem[], path: string): Problem[] =>
  problems.filter((problem) => problem.path === path);

/** The problems of this place and everything in it. */
export const problemsIn = (problems: readonly Problem[], path: string): Problem[] =>
  problems.filter(
    (problem) => problem.path === path || problem.path.startsWith(`${path}.`) || problem.path.startsWith(`${path}[`),
  );

/** The problems of the whole answer, and those that belong elsewhere: what no editor shows at a part of it. */
export const problemsOfWhole = (problems: readonly Problem[], path: string): Problem[] =>
  problems.filter((problem) => problem.path === path || problemsIn([problem], path).length === 0);
