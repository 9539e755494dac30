import { canonicalJson } from "../canonical-json.ts";
import type { PartialAnswers } from "../catalog/answers.ts";
import { answerAt } from "../catalog/answers.ts";
import { decisionAt, decisions, pathOf } from "../catalog/index.ts";
import { answerWords } from "../view/answer-words.ts";
import { answerDetails, type Detail } from "./answer-details.ts";
import { both, namesOf, type Sides } from "./sides.ts";

/** The answer of one side. */
export interface AnswerSide {
  /** As in the answers document; null where there is none. */
  value: unknown;
  /** Labels instead of ids; empty where there is none. */
  words: string;
  /** The written reason, where one was given. */
  reason: string | null;
}

/** A decision that the sides answer differently, or for different reasons. */
export interface DecisionDifference extends Sides<AnswerSide> {
  path: string;
  label: string;
  stage: string;
  /** Of answers of many parts: which parts differ. */
  details: Detail[];
}

/** A written reason that belongs to no decision: why somebody went on in spite of a finding. */
export interface ReasonDifference extends Sides<string | null> {
  id: string;
}

/** Kinds whose answers have parts that are compared by themselves. */
const MANY_PARTS = new Set(["list", "resources", "modules", "paths", "guided"]);

/** The decisions that differ, in the order they are asked. */
export function decisionDifferences(sides: Sides<PartialAnswers>): DecisionDifference[] {
  return decisions.flatMap((decision) => {
    const path = pathOf(decision);
    const answers = both(sides, (given): AnswerSide => {
      const value = answerAt(given, path) ?? null;
      return { value, words: answerWords(decision, value), reason: given.reasons?.[path] ?? null };
    });
    if (canonicalJson(answers.left) === canonicalJson(answers.right)) return [];
    const { left, right } = both(answers, ({ value }) => value);
    const details = MANY_PARTS.has(decision.kind) ? answerDetails(left ?? [], right ?? []) : [];
    return [{ path, label: decision.label, stage: decision.stage, ...answers, details }];
  });
}

/** Reasons for going on in spite of a finding, where the sides differ. */
export function reasonDifferences(sides: Sides<PartialAnswers>): ReasonDifference[] {
  const reasons = both(sides, (given) => given.reasons ?? {});
  return namesOf(both(reasons, Object.keys))
    .filter((id) => decisionAt(id) === undefined && reasons.left[id] !== reasons.right[id])
    .map((id) => ({ id, ...both(reasons, (side) => side[id] ?? null) }));
}
