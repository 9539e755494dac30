import { EXTRA_QUESTIONS, type ExtraQuestionId, extraAnswer, separates } from "./extra-questions.ts";
import { readDescription } from "./read-description.ts";
import { OPTION_SIGNALS, type Signal, type TierInput, USER_SIGNALS } from "./signals.ts";
import type { TierNumber } from "./tiers.ts";

/** One reason for one tier. */
export interface TierSignal {
  /** Completes "because ...". */
  text: string;
  answer: keyof TierInput;
  tier: TierNumber;
  weight: number;
}

export interface TierSuggestion {
  tier: TierNumber;
  /** 0 (the two best tie, or nothing is known) to 1, from the lead over the second; hundredths. */
  confidence: number;
  /** All six tiers, best first. */
  ranking: readonly { tier: TierNumber; score: number }[];
  /** Every reason, heaviest first; those of the suggested tier come before the others. */
  signals: readonly TierSignal[];
  /** Too close to call: ask `extraQuestions` instead of guessing. */
  close: boolean;
  /** At most two questions that would tell the two best tiers apart. */
  extraQuestions: readonly ExtraQuestionId[];
}

/** Ties go to the standard's default for services, then to the smaller step away from it (python-standard 1.3). */
const ORDER: readonly TierNumber[] = [3, 2, 4, 6, 5, 1];
/** A lead below this is a guess: one ordinary answer more could turn it. */
const CLOSE_BELOW = 1.5;
const MAX_EXTRA_QUESTIONS = 2;

/**
 * Suggests a tier by adding up the declared signals. Deterministic; a suggestion is never an answer until a person
 * takes it.
 */
export function classifyTier(input: TierInput): TierSuggestion {
  const signals = signalsOf(input).flatMap(perTier);
  const scoreOf = (tier: TierNumber) =>
    signals.reduce((sum, signal) => (signal.tier === tier ? sum + signal.weight : sum), 0);
  const ranking = ORDER.map((tier) => ({ tier, score: scoreOf(tier) })).sort((a, b) => b.score - a.score);
  const [best, second] = ranking as [Ranked, Ranked];
  const lead = best.score - second.score;
  const close = lead < CLOSE_BELOW;
  return {
    tier: best.tier,
    confidence: Math.round(100 * (1 - Math.exp(-lead / 3))) / 100,
    ranking,
    signals: signals.sort((a, b) => Number(b.tier === best.tier) - Number(a.tier === best.tier) || b.weight - a.weight),
    close,
    extraQuestions: close ? questionsFor(best.tier, second.tier, input) : [],
  };
}

/** The tiers that the answers may mean: the best, and those too close to it to be told apart. */
export function contenders({ ranking }: Pick<TierSuggestion, "ranking">): TierNumber[] {
  const best = ranking[0]?.score ?? 0;
  return ranking.filter(({ score }) => best - score < CLOSE_BELOW).map(({ tier }) => tier);
}

type Ranked = TierSuggestion["ranking"][number];

function signalsOf(input: TierInput): Signal[] {
  const signals: Signal[] = input.description ? readDescription(input.description) : [];
  for (const answer of ["purpose", "maturity", "lifespan", "deployment"] as const) {
    const option = input[answer];
    const known = option && (OPTION_SIGNALS[answer] as Record<string, Omit<Signal, "answer"> | null>)[option];
    if (known) signals.push({ ...known, answer });
  }
  for (const { text, supports, when } of USER_SIGNALS) {
    if (input.users && when(input.users)) signals.push({ text, supports, answer: "users" });
  }
  for (const question of EXTRA_QUESTIONS) {
    const answer = input[question.id];
    const option = answer === undefined ? undefined : extraAnswer(question, answer);
    if (option) signals.push({ text: option.text, supports: option.supports, answer: question.id });
  }
  return signals;
}

function perTier({ text, answer, supports }: Signal): TierSignal[] {
  return Object.entries(supports).map(([tier, weight]) => ({ text, answer, tier: Number(tier) as TierNumber, weight }));
}

function questionsFor(best: TierNumber, second: TierNumber, input: TierInput): ExtraQuestionId[] {
  return EXTRA_QUESTIONS.filter((question) => input[question.id] === undefined && separates(question, best, second))
    .slice(0, MAX_EXTRA_QUESTIONS)
    .map(({ id }) => id);
}
