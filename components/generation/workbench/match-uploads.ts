/** Where an uploaded file belongs: a path of the plan, or why none could be told. */
export interface Match {
  path: string | null;
  /** Files of the plan it could be as well; there when the name alone does not say. */
  candidates: string[];
}

/**
 * Finds the file of the plan that an uploaded one is meant to be: by the longest common end of their paths, which must
 * hold the whole name. Two that fit equally well are left to the person.
 * @param name as it came, with folders where a folder was dropped
 */
export function matchUpload(name: string, paths: readonly string[]): Match {
  const parts = name.split(/[\\/]/).filter(Boolean);
  const scored = paths
    .map((path) => ({ path, common: commonEnd(parts, path.split("/")) }))
    .filter(({ common }) => common > 0);
  const best = Math.max(0, ...scored.map(({ common }) => common));
  const candidates = scored.filter(({ common }) => common === best).map(({ path }) => path);
  const exact = candidates.find((path) => path === parts.join("/"));
  return { path: exact ?? (candidates.length === 1 ? (candidates[0] ?? null) : null), candidates };
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let common = 0;
  while (common < a.length && common < b.length && a.at(-1 - common) === b.at(-1 - common)) common += 1;
  return common;
}
