import type { TierNumber } from "./tiers.ts";

export type Support = Partial<Record<TierNumber, number>>;

/** One short question that is asked only when two tiers are close (WORKFLOW 1). */
export interface ExtraQuestion {
  id: ExtraQuestionId;
  ask: string;
  options: readonly ExtraOption[];
}

interface ExtraOption {
  id: string;
  label: string;
  /** Completes "because ..." in the list of signals. */
  text: string;
  supports: Support;
}

export type ExtraQuestionId = "expected_users" | "team_size" | "compliance";

/** In the order they are asked: those that tell most tiers apart first. */
export const EXTRA_QUESTIONS: readonly ExtraQuestion[] = [
  {
    id: "expected_users",
    ask: "Who will use it in its first year?",
    options: [
      { id: "reviewer", label: "Someone who judges it", text: "it is written to be judged", supports: { 1: 3 } },
      { id: "me", label: "Me, or a handful of people", text: "a handful of people use it", supports: { 2: 3 } },
      {
        id: "hundreds",
        label: "Up to some hundreds",
        text: "up to some hundreds of people use it",
        supports: { 3: 3 },
      },
      { id: "thousands", label: "Thousands", text: "thousands of people use it", supports: { 4: 3 } },
      {
        id: "more",
        label: "Hundreds of thousands, or other departments",
        text: "hundreds of thousands of people or whole departments use it",
        supports: { 5: 3, 4: 1.5 },
      },
      { id: "developers", label: "Developers who install it", text: "developers install it", supports: { 6: 3 } },
    ],
  },
  {
    id: "team_size",
    ask: "How many people will work on it?",
    options: [
      { id: "1", label: "One", text: "one person works on it", supports: { 2: 2, 3: 1 } },
      { id: "2", label: "Two to four", text: "two to four people work on it", supports: { 3: 2, 4: 0.5 } },
      { id: "5", label: "Five to nine", text: "five to nine people work on it", supports: { 4: 2, 3: 0.5 } },
      { id: "10", label: "Ten to twenty-four", text: "ten or more people work on it", supports: { 5: 2.5, 4: 1 } },
      {
        id: "25",
        label: "Twenty-five or more",
        text: "twenty-five or more people work on it",
        supports: { 5: 4, 4: 1 },
      },
    ],
  },
  {
    id: "compliance",
    ask: "Do outside rules apply to it?",
    options: [
      { id: "none", label: "None that I know of", text: "no outside rules apply", supports: { 3: 1, 2: 0.5 } },
      { id: "privacy", label: "Privacy law, as for anyone", text: "privacy law applies", supports: { 4: 1.5, 3: 0.5 } },
      {
        id: "audited",
        label: "Audits, certificates or regulators",
        text: "auditors or regulators look at it",
        supports: { 5: 4 },
      },
    ],
  },
];

/**
 * What an answer to an extra question speaks for. A team size is the number of people: the option with the greatest
 * number not above it counts.
 */
export function extraAnswer(question: ExtraQuestion, answer: string | number): ExtraOption | undefined {
  if (typeof answer === "string") return question.options.find((option) => option.id === answer);
  return question.options.findLast((option) => Number(option.id) <= answer);
}

/** True when some answers of a question would lift the one tier and others the other. */
export function separates(question: ExtraQuestion, a: TierNumber, b: TierNumber): boolean {
  const lifts = (tier: TierNumber, over: TierNumber) =>
    question.options.some(({ supports }) => (supports[tier] ?? 0) > (supports[over] ?? 0));
  return lifts(a, b) && lifts(b, a);
}
