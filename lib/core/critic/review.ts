import { type Band, bandOf } from "./bands.ts";
import type { DimensionId } from "./dimensions.ts";
import { type DecisionId, decisionsBehind, FACT_NAMES } from "./fact-names.ts";
import { deriveFacts, type FactInput, type FactName, type Facts } from "./facts.ts";
import { justify } from "./justify.ts";
import { type MissingDecision, missingDecisions } from "./missing-decisions.ts";
import { type Change, type Checkpoint, LEVELS, type Level, type Rule } from "./rule.ts";
import { scoreDimensions, totalOf } from "./score.ts";
import type { SourceKey } from "./sources.ts";

/** One answer, or what follows from answers, that made a rule fire. */
export interface Evidence {
  fact: FactName;
  label: string;
  value: Facts[FactName];
  /** Keys of the answers file it comes from. */
  decisions: readonly DecisionId[];
}

/** A rule that fired. Its long explanation is `ruleById(id)`. */
export interface Finding {
  id: string;
  dimension: DimensionId;
  level: Level;
  points: number;
  message: string;
  /** Null for a strength. */
  fix: string | null;
  evidence: readonly Evidence[];
  /** Where "revise" goes. */
  decisions: readonly DecisionId[];
  sources: readonly SourceKey[];
  /** The answers that take the fix; null where only a person can. */
  changes: readonly Change[] | null;
}

export interface DimensionScore {
  id: DimensionId;
  /** 0 to 5 in halves. */
  score: number;
  justification: string;
}

/** The critic's result for one exact set of answers: plain data, the same bytes for the same answers. */
export interface Review {
  checkpoint: Checkpoint;
  /** The first review judges half of the decisions. */
  provisional: boolean;
  dimensions: readonly DimensionScore[];
  /** 0 to 25 in halves. */
  total: number;
  band: Band["id"];
  advice: string;
  /** Blockers, errors, warnings, notices, then strengths; inside a level by weight. */
  findings: readonly Finding[];
  missing: readonly MissingDecision[];
  /** Ids of the findings that need a written reason before one may proceed. */
  blockers: readonly string[];
}

/**
 * Runs the critic (python-standard 4.1). Deterministic: no model, no clock, no network.
 * @param input answers by the names of python-standard 0.3; missing optional ones count as their defaults
 * @param checkpoint 1 after the core decisions, 2 after the features
 * @param undecided facts that were not asked yet: rules that read one are left out instead of blaming the person
 */
export function review(input: FactInput, checkpoint: Checkpoint, undecided?: ReadonlySet<FactName>): Review {
  const facts = deriveFacts(input);
  const dimensions = scoreDimensions(facts, checkpoint, undefined, undecided);
  const total = totalOf(dimensions);
  const band = bandOf(total);
  const fired = dimensions.flatMap((dimension) => dimension.fired);
  return {
    checkpoint,
    provisional: checkpoint === 1,
    dimensions: dimensions.map((dimension) => ({
      id: dimension.id,
      score: dimension.score,
      justification: justify(dimension),
    })),
    total,
    band: band.id,
    advice: band.advice,
    findings: [...fired].sort(byWeight).map((rule) => finding(rule, facts, checkpoint)),
    missing: missingDecisions(facts, checkpoint),
    blockers: fired.filter((rule) => rule.level === "blocker").map((rule) => rule.id),
  };
}

function byWeight(a: Rule, b: Rule): number {
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || Math.abs(b.points) - Math.abs(a.points);
}

function finding(rule: Rule, facts: Facts, checkpoint: Checkpoint): Finding {
  const { id, dimension, level, points, message, fix, sources, reads } = rule;
  return {
    id,
    dimension,
    level,
    points,
    message,
    fix,
    sources,
    evidence: reads.map((fact) => ({
      fact,
      label: FACT_NAMES[fact].label,
      value: facts[fact],
      decisions: FACT_NAMES[fact].decisions,
    })),
    decisions: decisionsBehind(reads),
    changes: rule.remedy?.(facts, checkpoint) ?? null,
  };
}
