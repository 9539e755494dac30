import type { PartialAnswers } from "../catalog/answers.ts";
import { catalog } from "../catalog/index.ts";
import { classifyTier, type TierSuggestion } from "../tier/classify.ts";
import { EXTRA_QUESTIONS } from "../tier/extra-questions.ts";
import type { TierInput } from "../tier/signals.ts";
import { TIERS } from "../tier/tiers.ts";
import type { Evidence } from "./decision-view.ts";

/** How many outcomes are drawn, and how many reasons a suggestion names. */
const SHOWN = 3;
const NAMED = 2;

/** "Tier 3, MVP". */
export const tierLabel = (tier: number): string =>
  `Tier ${tier}, ${TIERS.find((one) => one.tier === tier)?.label ?? ""}`;

/** Answers to the short extra questions, by question id; they settle a close call and are kept nowhere. */
export type ExtraAnswers = Readonly<Record<string, string>>;

/** Decisions whose suggestion comes from a classifier that can show its reasons. */
const SOURCES: Readonly<Record<string, (answers: PartialAnswers, extra: ExtraAnswers) => Evidence | null>> = {
  "intake.tier": tierEvidence,
};

/** Why the suggestion for a decision is what it is; null where no classifier stands behind it. */
export function evidenceFor(path: string, answers: PartialAnswers, extra: ExtraAnswers = {}): Evidence | null {
  return SOURCES[path]?.(answers, extra) ?? null;
}

function tierEvidence(answers: PartialAnswers, extra: ExtraAnswers): Evidence | null {
  const found = classifyTier({ ...answers.intake, ...extra } as TierInput);
  if (found.signals.length === 0) return null;
  const best = found.ranking[0]?.score ?? 0;
  return {
    confidence: found.confidence,
    close: found.close,
    signals: found.signals.map(({ text, tier, weight }) => ({ text, points: tierLabel(tier), weight })),
    ranking: found.ranking
      .filter(({ score }) => score > 0)
      .slice(0, SHOWN)
      .map(({ tier, score }) => ({ label: tierLabel(tier), share: best > 0 ? score / best : 0, points: score })),
    suggestion: found.close ? null : { value: found.tier, words: tierLabel(found.tier), reason: reasonOf(found) },
    extraQuestions: EXTRA_QUESTIONS.filter(({ id }) => id in extra || found.extraQuestions.includes(id)).map(
      ({ id, ask, options }) => ({
        id,
        ask,
        options: options.map((option) => ({ id: option.id, label: option.label })),
        path: id in catalog.intake ? `intake.${id}` : null,
      }),
    ),
  };
}

const reasonOf = ({ tier, signals }: TierSuggestion): string =>
  signals
    .filter((signal) => signal.tier === tier)
    .slice(0, NAMED)
    .map(({ text }) => text)
    .join(" and ");
