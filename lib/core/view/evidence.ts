import type { PartialAnswers } from "../catalog/answers.ts";
import { classifyTier } from "../tier/classify.ts";
import { EXTRA_QUESTIONS } from "../tier/extra-questions.ts";
import type { TierInput } from "../tier/signals.ts";
import { TIERS } from "../tier/tiers.ts";
import type { Evidence } from "./decision-view.ts";

const SHOWN = 3;

const labelOf = (tier: number): string => `Tier ${tier}, ${TIERS.find((one) => one.tier === tier)?.label ?? ""}`;

/** Decisions whose suggestion comes from a classifier that can show its reasons. */
const SOURCES: Readonly<Record<string, (answers: PartialAnswers) => Evidence | null>> = { "intake.tier": tierEvidence };

/** Why the suggestion for a decision is what it is; null where no classifier stands behind it. */
export function evidenceFor(path: string, answers: PartialAnswers): Evidence | null {
  return SOURCES[path]?.(answers) ?? null;
}

function tierEvidence(answers: PartialAnswers): Evidence | null {
  const suggestion = classifyTier({ ...answers.intake, ...answers.architecture } as TierInput);
  if (suggestion.signals.length === 0) return null;
  const best = suggestion.ranking[0]?.score ?? 0;
  return {
    confidence: suggestion.confidence,
    close: suggestion.close,
    signals: suggestion.signals.map(({ text, tier, weight }) => ({ text, points: labelOf(tier), weight })),
    ranking: suggestion.ranking.filter(({ score }) => score > 0).slice(0, SHOWN).map(({ tier, score }) => ({ label: labelOf(tier), share: best > 0 ? score / best : 0, points: score })),
    extraQuestions: suggestion.extraQuestions.map((id) => EXTRA_QUESTIONS.find((question) => question.id === id)?.ask ?? id),
  };
}
