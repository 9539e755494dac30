import { type PartialAnswers, parsePartial } from "../catalog/answers.ts";
import { err, ok, type Problem, type Result } from "../result.ts";

/** Leaving one answer out can part two that went together; more rounds than this no document needs. */
const ROUNDS = 8;

/**
 * Reads an answers document of another version, or one that was written by hand: what cannot be read is left out and
 * named, once for each answer. Only what is no document at all is refused.
 */
export function readTolerantly(json: unknown): Result<{ answers: PartialAnswers; warnings: Problem[] }> {
  const warnings = new Map<string, Problem>();
  let document = json;
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = parsePartial(document);
    if (parsed.ok) return ok({ answers: parsed.value, warnings: [...warnings.values()] });
    if (typeof document !== "object" || document === null || Array.isArray(document)) return parsed;
    const places = parsed.error.map(
      (problem) => [placeOf(document as Record<string, unknown>, problem.path), problem] as const,
    );
    if (places.some(([place]) => place === null)) return parsed;
    for (const [place, problem] of places) {
      const [stage = "", key] = place as Place;
      const path = key === undefined ? stage : `${stage}.${key}`;
      if (!warnings.has(path)) warnings.set(path, { ...problem, path: path.slice(0, 120) });
    }
    document = without(
      document as Record<string, unknown>,
      places.map(([place]) => place as Place),
    );
  }
  const left = parsePartial(document);
  return left.ok ? ok({ answers: left.value, warnings: [...warnings.values()] }) : err(left.error);
}

type Place = readonly [top: string, key?: string];

/** The answer, or the part of the document, that a problem's path lies in; null where it is about the whole. */
function placeOf(document: Record<string, unknown>, path: string): Place | null {
  const top = keyOf(document, path);
  if (path === "" || top === undefined) return null;
  const part = document[top];
  const key = typeof part === "object" && part !== null ? keyOf(part, path.slice(top.length + 1)) : undefined;
  return path === top || key === undefined ? [top] : [top, key];
}

/** The key that a path is or begins with, the longest; of a very long key, a path holds only the beginning. */
function keyOf(object: object, path: string): string | undefined {
  const keys = Object.keys(object).sort((a, b) => b.length - a.length);
  return (
    keys.find((key) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`)) ??
    keys.find((key) => key.startsWith(path))
  );
}

function without(document: Record<string, unknown>, places: readonly Place[]): Record<string, unknown> {
  const gone = (top: string, key?: string) => places.some((place) => place[0] === top && place[1] === key);
  return Object.fromEntries(
    Object.entries(document)
      .filter(([top]) => !gone(top))
      .map(([top, part]) => [
        top,
        typeof part === "object" && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).filter(([key]) => !gone(top, key)))
          : part,
      ]),
  );
}
