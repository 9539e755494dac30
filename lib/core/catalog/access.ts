import type { PartialAnswers } from "./answers.ts";
import type { Decision } from "./define.ts";
import { type AskedStage, decisions, pathOf } from "./index.ts";

/** Answers seen as plain stages of plain values. */
export type LooseAnswers = Record<string, Record<string, unknown> | undefined>;

/** The answer at a dotted path of two parts, or undefined. */
export function answerAt(answers: PartialAnswers, path: string): unknown {
  const [stage, id] = path.split(".") as [string, string];
  const part = (answers as LooseAnswers)[stage];
  return part !== undefined && Object.hasOwn(part, id) ? part[id] : undefined;
}

/** The same answers with one of them set, or taken out with `undefined`. */
export function withAnswer(answers: PartialAnswers, path: string, value: unknown): PartialAnswers {
  const [stage, id] = path.split(".") as [string, string];
  const { [id]: _, ...rest } = (answers as LooseAnswers)[stage] ?? {};
  return { ...answers, [stage]: value === undefined ? rest : { ...rest, [id]: value } };
}

/** Whether a decision is asked, given the other answers. */
export const isAsked = (decision: Decision, answers: PartialAnswers): boolean => decision.askedWhen?.(answers) ?? true;

/**
 * Dotted paths of given answers whose question no longer applies, such as the audience of an API that was dropped.
 * Whoever changes an answer takes these back with it; optional answers may stay, they harm nothing.
 */
export function unaskedAnswers(answers: PartialAnswers): string[] {
  return decisions
    .filter((decision) => {
      if (decision.presence === "optional" || isAsked(decision, answers)) return false;
      const value = answerAt(answers, pathOf(decision));
      return value !== undefined && JSON.stringify(value) !== JSON.stringify(decision.whenUnanswered);
    })
    .map(pathOf);
}

/** Decisions that have to be answered and are not, in the order asked; a gate's silence counts as its NO and is not listed. */
export function unanswered(answers: PartialAnswers, stage?: AskedStage): Decision[] {
  return decisions.filter((decision) => {
    if (stage !== undefined && decision.stage !== stage) return false;
    if (decision.presence === "optional" || decision.whenUnanswered !== undefined) return false;
    return answerAt(answers, pathOf(decision)) === undefined && isAsked(decision, answers);
  });
}

/** Fills each silence that has a meaning: a gate's visible NO, an empty list. */
export function withSilences(answers: PartialAnswers): PartialAnswers {
  return decisions.reduce<PartialAnswers>(
    (filled, decision) =>
      decision.whenUnanswered === undefined || answerAt(filled, pathOf(decision)) !== undefined
        ? filled
        : withAnswer(filled, pathOf(decision), decision.whenUnanswered),
    answers,
  );
}
