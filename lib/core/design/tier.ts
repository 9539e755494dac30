import type { PartialAnswers } from "../catalog/answers.ts";
import { classifyTier, type TierSuggestion } from "../tier/classify.ts";
import type { TierInput } from "../tier/signals.ts";

/** The tier that the answers so far suggest, with the signals that spoke for it. */
export function suggestTier(answers: PartialAnswers): TierSuggestion {
  const { description, purpose, users, maturity, lifespan, deployment, team_size } = answers.intake ?? {};
  const given = Object.entries({ description, purpose, users, maturity, lifespan, deployment, team_size }).filter(
    ([, value]) => value !== undefined,
  );
  return classifyTier(Object.fromEntries(given) as TierInput);
}
