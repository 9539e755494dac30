import type { Problem } from "#lib/core/result.ts";

/** The problems of exactly this place, `structure.resources[0].fields[2].name`. */
export const problemsAt = (problems: readonly Problem[], path: string): Problem[] =>
  problems.filter((problem) => problem.path === path);

/** The problems of this place and everything in it. */
export const problemsIn = (problems: readonly Problem[], path: string): Problem[] =>
  problems.filter(
    (problem) => problem.path === path || problem.path.startsWith(`${path}.`) || problem.path.startsWith(`${path}[`),
  );

/** Those that stand at none of the shown places; they go to the foot of the editor, so that none is lost. */
export const problemsElsewhere = (problems: readonly Problem[], places: readonly string[]): Problem[] =>
  problems.filter((problem) => !places.includes(problem.path));
