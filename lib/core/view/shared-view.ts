import { ASKED_STAGES } from "../catalog/index.ts";
import { answerDetails } from "../compare/answer-details.ts";
import type { CheckpointId, ProjectState } from "../project/state.ts";
import { type Anchor, anchorKey } from "../share/anchor.ts";
import { tierLabel } from "./evidence.ts";
import { projectTitle } from "./journey-view.ts";
import { type ReviewView, reviewView } from "./review-view.ts";
import { stageLive, stageText } from "./stage-view.ts";
import { summaryWords } from "./summary-words.ts";
import { whenWords } from "./when.ts";

/** One answer with what stands behind it. */
export interface SharedDecision {
  path: string;
  label: string;
  words: string;
  answered: boolean;
  /** Why the owner chose so, in their words; empty where they gave none. */
  reason: string;
  /** What the chosen options are and cost. */
  options: { label: string; summary: string; costs: string }[];
  /** The parts of an answer of many parts. */
  details: { at: string; words: string }[];
}

export interface SharedStage {
  id: string;
  title: string;
  /** Who confirmed it and when; empty while nobody has. */
  confirmed: string;
  decisions: SharedDecision[];
}

/** A review that was run; links to decisions lead within the page. */
export interface SharedReview extends Pick<ReviewView, "checkpoint" | "title" | "trend" | "bands"> {
  result: NonNullable<ReviewView["result"]>;
  when: string;
  /** The design changed since. */
  stale: boolean;
  /** What the owner answered, in words. */
  answer: string;
}

/** A design as colleagues see it: nothing in it leads into the owner's project. */
export interface SharedView {
  title: string;
  description: string;
  facts: { label: string; words: string }[];
  stages: SharedStage[];
  reviews: SharedReview[];
}

const ANSWERS: Readonly<Record<string, string>> = {
  proceed: "The owner goes on with it.",
  revise: "The owner revises the design.",
  clarify: "The owner asked for the long explanations.",
};

/** The design, its decisions with reasons, and its reviews with evidence. */
export function sharedView(state: ProjectState, now: number): SharedView {
  const { intake } = state.answers;
  return {
    title: projectTitle(state),
    description: intake?.description ?? "",
    facts: [
      ...(intake?.tier ? [{ label: "Drawn for", words: tierLabel(intake.tier) }] : []),
      ...(intake?.python_version ? [{ label: "Python", words: String(intake.python_version) }] : []),
    ],
    stages: ASKED_STAGES.map((stage) => sharedStage(state, stage, now)),
    reviews: ([1, 2] as const).flatMap((checkpoint) => sharedReview(state, checkpoint, now)),
  };
}

/**
 * What was said about parts that the page no longer has: a finding that was mended, a question that is not asked any
 * more, a file that has left the plan.
 */
export function withoutPlace<T extends { anchor: Anchor }>(
  threads: readonly T[],
  { stages, reviews }: SharedView,
  paths: readonly string[],
): T[] {
  const places = new Set(
    [
      { kind: "general" } as const,
      ...stages.flatMap(({ decisions }) => decisions.map(({ path }) => ({ kind: "decision", path }) as const)),
      ...reviews.flatMap(({ checkpoint, result }) =>
        [...result.findings, ...result.strengths].map(({ id }) => ({ kind: "finding", checkpoint, id }) as const),
      ),
      ...paths.map((path) => ({ kind: "task", path }) as const),
    ].map(anchorKey),
  );
  // A line's comments stand in its file, wherever the line has gone.
  const placeOf = (anchor: Anchor): Anchor => (anchor.kind === "line" ? { kind: "task", path: anchor.path } : anchor);
  return threads.filter(({ anchor }) => !places.has(anchorKey(placeOf(anchor))));
}

function sharedStage(state: ProjectState, stage: (typeof ASKED_STAGES)[number], now: number): SharedStage {
  const text = stageText(stage);
  const live = stageLive(state, stage);
  const by = live.confirmed ? `Confirmed ${whenWords(live.confirmed.at, now)}.` : "";
  return {
    id: stage,
    title: text.title,
    confirmed: by && live.status === "stale" ? `${by} Answers changed since.` : by,
    decisions: text.decisions.flatMap((decision, index) => {
      const one = live.decisions[index];
      if (!one?.asked) return [];
      const chosen = new Set([one.value].flat().map(String));
      return [
        {
          path: decision.path,
          label: decision.label,
          words: summaryWords(decision, one),
          answered: one.answered,
          reason: one.reason,
          options: decision.options
            .filter(({ id }) => one.answered && chosen.has(id))
            .map(({ label, summary, costs }) => ({ label, summary, costs })),
          details: isOfParts(one.value)
            ? answerDetails([], one.value).map(({ at, right }) => ({ at, words: right ?? "" }))
            : [],
        },
      ];
    }),
  };
}

const isOfParts = (value: unknown): boolean => Array.isArray(value) && value.some((part) => typeof part === "object");

function sharedReview(state: ProjectState, checkpoint: CheckpointId, now: number): SharedReview[] {
  const { title, result, trend, bands, status } = reviewView(state, checkpoint);
  if (!result) return [];
  const within = <T extends { decisions: { path: string; label: string; href: string }[] }>(finding: T): T => ({
    ...finding,
    decisions: finding.decisions.map((one) => ({ ...one, href: `#${one.path}` })),
  });
  return [
    {
      checkpoint,
      title,
      trend,
      bands,
      result: {
        ...result,
        findings: result.findings.map(within),
        strengths: result.strengths.map(within),
        missing: [],
      },
      when: whenWords(result.at, now),
      stale: status === "stale",
      answer: result.response ? (ANSWERS[result.response.kind] ?? "") : "",
    },
  ];
}
