import { decisions } from "../catalog/index.ts";
import { checkpoints } from "../catalog/stages.ts";
import { BANDS } from "../critic/bands.ts";
import { predictFix } from "../critic/predict.ts";
import type { Finding } from "../critic/review.ts";
import type { Level } from "../critic/rule.ts";
import { ruleById } from "../critic/rules/index.ts";
import { SOURCES } from "../critic/sources.ts";
import { factInput, undecidedFacts } from "../design/facts.ts";
import { reasonsForProceeding } from "../project/decide-review.ts";
import { progress, type StepStatus } from "../project/progress.ts";
import type { CheckpointId, ProjectState } from "../project/state.ts";
import { answerWords } from "./answer-words.ts";
import { type DecisionLink, forRevision, linksOf } from "./decision-links.ts";
import { type JourneyView, journeyView } from "./journey-view.ts";

/** A finding with everything that explains it. */
export interface FindingView {
  id: string;
  dimension: string;
  level: Level;
  points: number;
  message: string;
  evidence: { label: string; value: string }[];
  decisions: DecisionLink[];
  why: string;
  fix: string | null;
  /** What taking the fix does to the total, "+1.5"; empty when it does nothing that can be told. */
  gain: string;
  /** The answers the fix sets; empty when only a person can take it. */
  changes: { label: string; words: string }[];
  example: string | null;
  alternatives: string[];
  sources: string[];
}

export interface ReviewView {
  journey: JourneyView;
  checkpoint: CheckpointId;
  title: string;
  text: string;
  status: StepStatus;
  because: string;
  /** Null before the first run. */
  result: {
    at: string;
    total: number;
    band: string;
    advice: string;
    provisional: boolean;
    dimensions: { id: string; score: number; justification: string }[];
    findings: FindingView[];
    strengths: FindingView[];
    missing: { label: string; href: string }[];
    /** The written reasons that going on needs: finding id or `band`, and why. */
    reasonsNeeded: { id: string; message: string; hint: string; given: string }[];
    response: { kind: string; at: string } | null;
  } | null;
  trend: { checkpoint: CheckpointId; total: number; current: boolean }[];
  bands: { id: string; min: number }[];
}

/** A review page as plain data. */
export function reviewView(state: ProjectState, checkpoint: CheckpointId): ReviewView {
  const step = progress(state).find((one) => one.step === `review-${checkpoint}`);
  const record = state.reviews[checkpoint];
  const about = checkpoints.find(({ id }) => id === checkpoint);
  return {
    journey: journeyView(state),
    checkpoint,
    title: about?.title ?? "",
    text: about?.text ?? "",
    status: step?.status ?? "locked",
    because: step?.because ?? "",
    result: record ? resultView(state, checkpoint, record) : null,
    trend: state.trend.map((point, index) => ({
      checkpoint: point.checkpoint,
      total: point.total,
      current: index === state.trend.length - 1,
    })),
    bands: BANDS.map(({ id, min }) => ({ id, min })),
  };
}

type ReviewRecord = NonNullable<ProjectState["reviews"][1]>;

function resultView(
  state: ProjectState,
  checkpoint: CheckpointId,
  { review, at, response }: ReviewRecord,
): ReviewView["result"] {
  const all = review.findings.map((finding) => findingView(state, checkpoint, finding));
  return {
    at,
    total: review.total,
    band: review.band,
    advice: review.advice,
    provisional: review.provisional,
    dimensions: review.dimensions.map(({ id, score, justification }) => ({ id, score, justification })),
    findings: all.filter(({ level }) => level !== "good"),
    strengths: all.filter(({ level }) => level === "good"),
    missing: review.missing.map(({ decision, label }) => ({
      label,
      href: linksOf(state.id, [decision])[0]?.href ?? `/p/${state.id}`,
    })),
    reasonsNeeded: reasonsForProceeding(review).map(({ path, message, hint }) => ({
      id: path,
      message,
      hint: hint ?? "",
      given: state.reasons[path] ?? "",
    })),
    response: response ? { kind: response.kind, at: response.at } : null,
  };
}

function findingView(state: ProjectState, checkpoint: CheckpointId, finding: Finding): FindingView {
  const rule = ruleById(finding.id);
  const { delta } = predictFix(factInput(state.answers), checkpoint, finding, undecidedFacts(state.answers));
  return {
    id: finding.id,
    dimension: finding.dimension,
    level: finding.level,
    points: finding.points,
    message: finding.message,
    evidence: finding.evidence.map(({ label, value }) => ({ label, value: valueWords(value) })),
    decisions: linksOf(state.id, [
      ...new Set([...(finding.changes ?? []).map(({ decision }) => decision), ...forRevision(finding.decisions)]),
    ]),
    why: rule.why,
    fix: finding.fix,
    gain: finding.fix !== null && delta !== 0 ? `${delta > 0 ? "+" : "−"}${Math.abs(delta)}` : "",
    changes: (finding.changes ?? []).flatMap(({ decision: id, value }) => changeOf(id, value)),
    example: rule.example,
    alternatives: [...rule.alternatives],
    sources: finding.sources.map((key) => SOURCES[key]),
  };
}

function changeOf(id: string, value: unknown): { label: string; words: string }[] {
  const decision = decisions.find((one) => one.id === id);
  if (!decision) return [];
  return [{ label: decision.label, words: value === null ? "no answer" : answerWords(decision, value) }];
}

/** A fact of the critic as a person reads it. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  return String(value).replaceAll("_", " ");
}
