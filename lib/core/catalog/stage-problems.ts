import { suggestTier } from "../design/tier.ts";
import type { Problem } from "../result.ts";
import { contenders } from "../tier/classify.ts";
import { answerAt, isAsked, unaskedAnswers, withSilences } from "./access.ts";
import type { PartialAnswers } from "./answers.ts";
import { checkAlone, combinationProblems } from "./answers.ts";
import type { Decision } from "./define.ts";
import { type AskedStage, decisionAt, pathOf, STAGE_DECISIONS } from "./index.ts";

/**
 * Everything that keeps a stage from being confirmed: questions without an answer (a gate wants its explicit yes or
 * no here, although an answers file may leave it out) and answers that no longer fit.
 */
export function stageProblems(stage: AskedStage, answers: PartialAnswers): Problem[] {
  const missing = STAGE_DECISIONS[stage].filter((decision) => isMissing(decision, answers)).map(missingProblem);
  const wrong = STAGE_DECISIONS[stage].flatMap((decision): Problem[] => {
    const path = pathOf(decision);
    const value = answerAt(answers, path);
    if (value === undefined) return [];
    const checked = checkAlone(path, value, answers);
    return checked.ok ? [] : checked.error;
  });
  const unasked = unaskedAnswers(answers)
    .filter((path) => path.startsWith(`${stage}.`))
    .map(
      (path): Problem => ({
        path,
        code: "not_asked",
        message: `${decisionAt(path)?.label} does not apply to the other answers.`,
        hint: "Take the answer back.",
      }),
    );
  const found = [
    ...missing,
    ...wrong,
    ...unasked,
    ...combinationProblems(withSilences(answers)).filter(({ path }) => path.startsWith(`${stage}.`)),
  ];
  return found.filter(
    (one, index) => found.findIndex(({ path, message }) => path === one.path && message === one.message) === index,
  );
}

function isMissing(decision: Decision, answers: PartialAnswers): boolean {
  if (
    decision.presence === "optional" ||
    !isAsked(decision, answers) ||
    answerAt(answers, pathOf(decision)) !== undefined
  )
    return false;
  return decision.whenUnanswered === undefined || decision.gate === true || decision.stage === "intake";
}

const missingProblem = (decision: Decision): Problem => ({
  path: pathOf(decision),
  code: "missing",
  message: `${decision.label} has no answer yet.`,
  hint: decision.gate ? "Say yes or no." : decision.ask,
});

/** The answers of a stage that need a written reason: a tier other than the suggested one, an option over the tier's ceiling. */
export function reasonsNeeded(stage: AskedStage, answers: PartialAnswers): Problem[] {
  return STAGE_DECISIONS[stage].flatMap((decision): Problem[] => {
    const path = pathOf(decision);
    const value = answerAt(answers, path);
    if (value === undefined) return [];
    if (path === "intake.tier") return tierReason(answers, value as number);
    if (!("options" in decision)) return [];
    const chosen = decision.options.filter(({ id }) =>
      Array.isArray(value) ? (value as string[]).includes(id) : String(value) === id,
    );
    return chosen.flatMap((option): Problem[] => {
      const above = option.aboveCeiling?.(answers);
      return above
        ? [
            {
              path,
              code: "reason-needed",
              message: above,
              hint: "Write why you choose it all the same; the reason becomes a decision record.",
            },
          ]
        : [];
    });
  });
}

function tierReason(answers: PartialAnswers, chosen: number): Problem[] {
  const meant = contenders(suggestTier(answers));
  if (meant.some((tier) => tier === chosen)) return [];
  return [
    {
      path: "intake.tier",
      code: "reason-needed",
      message: `Your answers point to tier ${meant.sort().join(" or ")}; you chose tier ${chosen}.`,
      hint: "Write why; the reason becomes a decision record.",
    },
  ];
}
