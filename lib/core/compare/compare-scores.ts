import type { PartialAnswers } from "../catalog/answers.ts";
import type { BandId } from "../critic/bands.ts";
import { DIMENSIONS, type DimensionId } from "../critic/dimensions.ts";
import { type Finding, type Review, review } from "../critic/review.ts";
import type { Checkpoint, Level } from "../critic/rule.ts";
import { factInput, undecidedFacts } from "../design/facts.ts";
import { both, namesOf, type Sides } from "./sides.ts";

/** What the critic says of one side. */
export interface ScoreSide {
  total: number;
  band: BandId;
  dimensions: { id: DimensionId; score: number }[];
}

/** Both sides are judged at the same checkpoint, the later one that both have reached; null: too little is answered. */
export interface ScoreComparison extends Sides<ScoreSide | null> {
  checkpoint: Checkpoint;
}

export interface FindingSide {
  level: Level;
  points: number;
  message: string;
  /** What the answers say, where they made the rule fire. */
  evidence: { fact: string; label: string; value: unknown }[];
}

/** A finding that only one side has, or that rests on other answers on each. */
export interface FindingDifference extends Sides<FindingSide | null> {
  id: string;
  dimension: DimensionId;
}

/** The scores of both sides, and the findings that make the difference. */
export function compareScores(sides: Sides<PartialAnswers>): { score: ScoreComparison; findings: FindingDifference[] } {
  const judged = both(sides, ({ features }) => features?.api !== undefined);
  const checkpoint = judged.left && judged.right ? 2 : 1;
  const reviews = both(sides, (answers) => reviewSoFar(answers, checkpoint));
  return {
    score: { checkpoint, ...both(reviews, scoreOf) },
    findings: reviews.left && reviews.right ? findingDifferences({ left: reviews.left, right: reviews.right }) : [],
  };
}

/** Judges what is decided; what is still open is held against nobody. Null before the purpose is known. */
function reviewSoFar(answers: PartialAnswers, checkpoint: Checkpoint): Review | null {
  if (answers.intake?.purpose === undefined) return null;
  const input = factInput(answers);
  return review({ ...input, python_min: input.python_min ?? "3.13" }, checkpoint, undecidedFacts(answers));
}

const scoreOf = (judged: Review | null): ScoreSide | null =>
  judged && {
    total: judged.total,
    band: judged.band,
    dimensions: judged.dimensions.map(({ id, score }) => ({ id, score })),
  };

function findingDifferences(reviews: Sides<Review>): FindingDifference[] {
  const found = both(reviews, ({ findings }) => new Map(findings.map((finding) => [finding.id, finding])));
  return namesOf(both(found, (side) => side.keys()))
    .map((id) => ({ id, ...both(found, (side) => side.get(id) ?? null) }))
    .map(({ id, left, right }) => ({
      id,
      dimension: (left ?? right)?.dimension as DimensionId,
      ...both({ left, right }, sideOf),
    }))
    .filter(({ left, right }) => JSON.stringify(left) !== JSON.stringify(right))
    .sort((a, b) => weight(b) - weight(a) || rank(a) - rank(b));
}

const sideOf = (finding: Finding | null): FindingSide | null =>
  finding && {
    level: finding.level,
    points: finding.points,
    message: finding.message,
    evidence: finding.evidence.map(({ fact, label, value }) => ({ fact, label, value })),
  };

const weight = ({ left, right }: Sides<FindingSide | null>): number => Math.abs((left ?? right)?.points ?? 0);
const rank = ({ dimension }: FindingDifference): number => DIMENSIONS.findIndex(({ id }) => id === dimension);
