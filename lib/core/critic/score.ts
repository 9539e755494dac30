import { CAPS, type Cap } from "./caps.ts";
import { DIMENSION_MAX, DIMENSIONS, type DimensionId } from "./dimensions.ts";
import type { FactName, Facts } from "./facts.ts";
import type { Checkpoint, Rule } from "./rule.ts";
import { RULES } from "./rules/index.ts";

/** One dimension's way from its base to its score. */
export interface DimensionSum {
  id: DimensionId;
  base: number;
  /** Base plus the points of every rule that fired, before any limit. */
  sum: number;
  /** The cap that lowered it, if one did. */
  cap: Cap | null;
  /** 0 to 5 in halves. */
  score: number;
  fired: readonly Rule[];
}

/**
 * Scores facts: base, points of the rules that fire, clamp to 0..5, caps, halves rounded up (python-standard 4.1,
 * steps 2 to 4).
 * @param checkpoint rules of later checkpoints do not count
 * @param without id of a rule to leave out, to see what it costs
 * @param undecided facts whose answers are not given yet: rules and caps that read one of them are left out
 */
export function scoreDimensions(
  facts: Facts,
  checkpoint: Checkpoint,
  without?: string,
  undecided: ReadonlySet<FactName> = NOTHING_OPEN,
): DimensionSum[] {
  const fired = RULES.filter(
    (rule) =>
      rule.checkpoint <= checkpoint &&
      rule.id !== without &&
      !rule.reads.some((fact) => undecided.has(fact)) &&
      rule.when(facts),
  );
  return DIMENSIONS.map(({ id, base }) => {
    const own = fired.filter((rule) => rule.dimension === id);
    const sum = own.reduce<number>((points, rule) => points + rule.points, base);
    const clamped = Math.min(DIMENSION_MAX, Math.max(0, sum));
    const cap = lowestCap(id, facts, undecided);
    const limited = cap ? Math.min(clamped, cap.max) : clamped;
    return { id, base, sum, cap: cap && cap.max < clamped ? cap : null, score: roundToHalf(limited), fired: own };
  });
}

const NOTHING_OPEN: ReadonlySet<FactName> = new Set();

/** The sum of the five scores, 0 to 25. */
export const totalOf = (dimensions: readonly Pick<DimensionSum, "score">[]): number =>
  dimensions.reduce((total, { score }) => total + score, 0);

function lowestCap(dimension: DimensionId, facts: Facts, undecided: ReadonlySet<FactName>): Cap | null {
  const caps = CAPS.filter(
    (cap) => cap.dimension === dimension && !cap.reads.some((fact) => undecided.has(fact)) && cap.when(facts),
  );
  return caps.sort((a, b) => a.max - b.max)[0] ?? null;
}

const roundToHalf = (points: number): number => Math.floor(2 * points + 0.5) / 2;
