import { isUncovered } from "../blueprint/coverage.ts";
import { answerAt } from "../catalog/access.ts";
import type { PartialAnswers } from "../catalog/answers.ts";
import type { Decision, Option } from "../catalog/define.ts";
import { pathOf } from "../catalog/index.ts";
import { LIMITS_OF } from "../catalog/structure/field-problems.ts";
import { GUIDED_QUESTIONS } from "../catalog/structure/guided.ts";
import { FIELD_TYPES } from "../catalog/structure/resource.ts";
import type { ProjectState } from "../project/state.ts";
import { answerWords } from "./answer-words.ts";
import { valueOfOption } from "./compare-view.ts";

/** The parts of an option that do not depend on any answer. */
export type OptionText = Pick<Option, "id" | "label" | "summary" | "chooseWhen" | "costs" | "changes">;

/** The parts of a decision that do not depend on any answer; sent to the page once. */
export interface DecisionText {
  /** Dotted, as in the answers file. */
  path: string;
  kind: Decision["kind"];
  ask: string;
  label: string;
  why: string;
  presence: Decision["presence"];
  gate: boolean;
  /** Silence is an answer: nothing added. */
  silent: boolean;
  options: OptionText[];
  /** What the editor of this kind needs to know. */
  editor?: EditorText;
  placeholder?: string;
  maxLength?: number;
  maxItems?: number;
  multiline?: boolean;
}

/** Facts of the catalog that an editor shows; the editors themselves know none. */
export interface EditorText {
  /** Types of a resource's field, with the limits each may carry. */
  fieldTypes?: { type: string; limits: string[] }[];
  /** The short questions of the guided layout. */
  questions?: { id: string; kind: string; ask: string; help: string; options: { id: string; label: string }[] }[];
}

const EDITORS: Partial<Record<Decision["kind"], EditorText>> = {
  resources: {
    fieldTypes: FIELD_TYPES.map((type) => ({
      type,
      limits: Object.entries(LIMITS_OF).flatMap(([limit, types]) => (types.includes(type) ? [limit] : [])),
    })),
  },
  guided: {
    questions: GUIDED_QUESTIONS.map(({ id, kind, ask, help, options }) => ({
      id,
      kind,
      ask,
      help,
      options: [...options],
    })),
  },
};

/** Why a suggestion is made, where a classifier made it: its confidence and what spoke for each outcome. */
export interface Evidence {
  /** 0 to 1. */
  confidence: number;
  /** True when the runner-up is close and more questions would help. */
  close: boolean;
  signals: { text: string; points: string; weight: number }[];
  /** The best outcomes: `share` is 0 to 1 of the best one's points. */
  ranking: { label: string; share: number; points: number }[];
  /** What it comes to; null while it is too close to call. */
  suggestion: { value: unknown; words: string; reason: string } | null;
  /** Short questions that would settle it; `path` where one is a decision of its own. */
  extraQuestions: { id: string; ask: string; options: { id: string; label: string }[]; path: string | null }[];
}

/** The parts of a decision that change with the answers; sent after every change. */
export interface DecisionLive {
  path: string;
  asked: boolean;
  value: unknown;
  answered: boolean;
  /** The answer in words; empty when there is none. */
  words: string;
  suggestion: { value: unknown; words: string; reason: string } | null;
  evidence: Evidence | null;
  /** Options over the tier's ceiling: option id to the reason. */
  ceilings: Record<string, string>;
  /** Options without a template yet: what depends on them comes as sub-prompts. */
  untemplated: string[];
  /** The answer goes against the ceiling or a recorded suggestion, so that a reason is asked for. */
  reasonAsked: string | null;
  reason: string;
  examples: string[];
}

/** The fixed texts of a decision as plain data. */
export function decisionText(decision: Decision): DecisionText {
  return {
    path: pathOf(decision),
    kind: decision.kind,
    ask: decision.ask,
    label: decision.label,
    why: decision.why,
    presence: decision.presence,
    gate: decision.gate ?? false,
    silent: decision.whenUnanswered !== undefined,
    options: "options" in decision ? decision.options.map(optionText) : [],
    ...(EDITORS[decision.kind] ? { editor: EDITORS[decision.kind] as EditorText } : {}),
    ...("placeholder" in decision && decision.placeholder ? { placeholder: decision.placeholder } : {}),
    ...("maxLength" in decision ? { maxLength: decision.maxLength } : {}),
    ...("maxItems" in decision ? { maxItems: decision.maxItems } : {}),
    ...("multiline" in decision && decision.multiline ? { multiline: true } : {}),
  };
}

const optionText = ({ id, label, summary, chooseWhen, costs, changes }: Option): OptionText => ({
  id,
  label,
  summary,
  chooseWhen,
  costs,
  changes,
});

/**
 * What a decision looks like for the answers so far.
 * @param reasonAsked why the present answer needs a written reason, or null
 */
export function decisionLive(
  decision: Decision,
  state: Pick<ProjectState, "answers" | "reasons">,
  reasonAsked: string | null,
  evidence: Evidence | null,
): DecisionLive {
  const path = pathOf(decision);
  const value = answerAt(state.answers, path);
  return {
    path,
    asked: decision.askedWhen?.(state.answers) ?? true,
    value: value ?? null,
    answered: value !== undefined,
    words: answerWords(decision, value),
    suggestion:
      suggestionOf(decision, state.answers, value) ??
      (evidence?.suggestion?.value === value ? null : (evidence?.suggestion ?? null)),
    evidence,
    ceilings: ceilingsOf(decision, state.answers),
    untemplated: untemplatedOf(decision, state.answers),
    reasonAsked,
    reason: state.reasons[path] ?? "",
    examples: decision.kind === "list" ? [...(decision.examples?.(state.answers) ?? [])] : [],
  };
}

function untemplatedOf(decision: Decision, answers: PartialAnswers): string[] {
  if (!("options" in decision)) return [];
  return decision.options.flatMap(({ id }: Option) => {
    const [value] = [valueOfOption(decision, id)].flat();
    return isUncovered(pathOf(decision), value, answers.intake?.purpose) ? [id] : [];
  });
}

function suggestionOf(decision: Decision, answers: PartialAnswers, value: unknown): DecisionLive["suggestion"] {
  const suggestion = decision.suggest?.(answers);
  if (!suggestion || JSON.stringify(suggestion.value) === JSON.stringify(value)) return null;
  return { value: suggestion.value, words: answerWords(decision, suggestion.value), reason: suggestion.reason };
}

function ceilingsOf(decision: Decision, answers: PartialAnswers): Record<string, string> {
  if (!("options" in decision)) return {};
  const over = decision.options.map((option: Option): [string, string | null] => [
    option.id,
    option.aboveCeiling?.(answers) ?? null,
  ]);
  return Object.fromEntries(over.filter((pair): pair is [string, string] => pair[1] !== null));
}
