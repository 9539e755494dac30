import { z } from "zod";
import type { Problem } from "../result.ts";
import type { PartialAnswers } from "./answers.ts";

/** The five stages in order; their titles and texts live in `stages.ts`. */
export const STAGE_IDS = ["intake", "architecture", "structure", "features", "generation"] as const;
export type StageId = (typeof STAGE_IDS)[number];

/** A value the product proposes; it is never an answer until a person takes it. */
export interface Suggestion<T = unknown> {
  value: T;
  reason: string;
}

/** One choice of a decision, with the texts people need to decide. */
export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  /** What it is, one sentence. */
  summary: string;
  /** When to choose it. */
  chooseWhen: string;
  /** What it costs: effort, limits, what one gives up. */
  costs: string;
  /** What it changes in the repository. */
  changes: string;
  /** Why it is over the tier's ceiling for these answers, or null. Still selectable, with a reason. */
  aboveCeiling?(answers: PartialAnswers): string | null;
}

/** `required`: needed to confirm the stage. `optional`: may stay open. `conditional`: required while `askedWhen` holds, else must be absent. */
export type Presence = "required" | "optional" | "conditional";

interface Common<Id extends string, T, P extends Presence> {
  id: Id;
  stage: StageId;
  /** The question, as a person reads it. */
  ask: string;
  /** Short name for summaries, tables and the log. */
  label: string;
  /** Why it is asked: what depends on it. */
  why: string;
  /** The shape of the answer; what no shape can say stands in `check`. */
  schema: z.ZodType<T>;
  presence: P;
  askedWhen?(answers: PartialAnswers): boolean;
  suggest?(answers: PartialAnswers): Suggestion<T> | null;
  /** Refusals of a value whose shape is right: grammars, limits, clashes with other answers. */
  check?(value: T, path: string, answers: PartialAnswers): Problem[];
  /** True for the features whose missing answer counts as a visible NO. */
  gate?: boolean;
  /** The answer that counts when a complete answers file leaves the decision out: a gate's NO, an empty list. */
  whenUnanswered?: T;
}

export interface ChoiceDecision<Id extends string = string, O extends string = string, P extends Presence = "required">
  extends Common<Id, O, P> {
  kind: "choice";
  options: readonly Option<O>[];
}
export interface ChoicesDecision<Id extends string = string, O extends string = string, P extends Presence = "required">
  extends Common<Id, O[], P> {
  kind: "choices";
  options: readonly Option<O>[];
}
export interface NumberChoiceDecision<Id extends string = string, P extends Presence = "required">
  extends Common<Id, number, P> {
  kind: "number-choice";
  /** Option ids are the numbers as text. */
  options: readonly Option[];
  /** Any whole number in the range is an answer; the options are the usual ones. */
  range?: { minimum: number; maximum: number };
}
export interface ToggleDecision<Id extends string = string, P extends Presence = "required">
  extends Common<Id, boolean, P> {
  kind: "toggle";
  /** Exactly two, ids `true` and `false`. */
  options: readonly Option<"true" | "false">[];
}
export interface TextDecision<Id extends string = string, P extends Presence = "required">
  extends Common<Id, string, P> {
  kind: "text";
  placeholder?: string;
  maxLength: number;
  multiline?: boolean;
}
export interface ListDecision<Id extends string = string, P extends Presence = "required">
  extends Common<Id, string[], P> {
  kind: "list";
  maxItems: number;
  maxLength: number;
  /** Examples offered, by the answers so far. */
  examples?(answers: PartialAnswers): readonly string[];
}
/** Decisions with an editor of their own: resources, modules, the tree. */
export interface EditorDecision<Id extends string = string, T = unknown, P extends Presence = "required">
  extends Common<Id, T, P> {
  kind: "resources" | "modules" | "paths" | "guided";
}

export type Decision =
  | ChoiceDecision<string, string, Presence>
  | ChoicesDecision<string, string, Presence>
  | NumberChoiceDecision<string, Presence>
  | ToggleDecision<string, Presence>
  | TextDecision<string, Presence>
  | ListDecision<string, Presence>
  | EditorDecision<string, unknown, Presence>;

type Texts = Omit<Option, "id">;
type Given<D, Extra = unknown> = Omit<D, "kind" | "schema" | "options"> & Extra;

const optionsOf = <O extends string>(texts: Record<O, Texts>): Option<O>[] =>
  (Object.keys(texts) as O[]).map((id) => ({ id, ...texts[id] }));

/** One of several; the options' keys are their ids, in the order shown. */
export function choice<Id extends string, O extends string, P extends Presence>(
  given: Given<ChoiceDecision<Id, NoInfer<O>, P>, { options: Record<O, Texts> }>,
): ChoiceDecision<Id, O, P> {
  const options = optionsOf(given.options);
  return {
    ...given,
    kind: "choice",
    options,
    schema: z.enum(options.map(({ id }) => id) as [O, ...O[]]) as unknown as z.ZodType<O>,
  };
}

/** Any of several, each at most once; kept in the order of the options. */
export function choices<Id extends string, O extends string, P extends Presence>(
  given: Given<ChoicesDecision<Id, NoInfer<O>, P>, { options: Record<O, Texts>; atLeast: number }>,
): ChoicesDecision<Id, O, P> {
  const { atLeast, ...rest } = given;
  const options = optionsOf(given.options);
  const one = z.enum(options.map(({ id }) => id) as [O, ...O[]]) as unknown as z.ZodType<O>;
  return { ...rest, kind: "choices", options, schema: z.array(one).min(atLeast).max(options.length) };
}

/** One of several numbers, or, with a `range`, any whole number in it. */
export function numberChoice<Id extends string, P extends Presence>(
  given: Given<NumberChoiceDecision<Id, P>, { options: Record<string, Texts> }>,
): NumberChoiceDecision<Id, P> {
  const options = optionsOf(given.options);
  const schema = given.range
    ? z.int().min(given.range.minimum).max(given.range.maximum)
    : z.literal(options.map(({ id }) => Number(id)));
  return { ...given, kind: "number-choice", options, schema };
}

/** Yes or no. */
export function toggle<Id extends string, P extends Presence>(
  given: Given<ToggleDecision<Id, P>, { options: Record<"true" | "false", Texts> }>,
): ToggleDecision<Id, P> {
  return { ...given, kind: "toggle", options: optionsOf(given.options), schema: z.boolean() };
}

/** A text of at most `maxLength` UTF-16 code units. */
export function text<Id extends string, P extends Presence>(given: Given<TextDecision<Id, P>>): TextDecision<Id, P> {
  return { ...given, kind: "text", schema: z.string().min(1).max(given.maxLength) };
}

/** A list of one-line texts. */
export function list<Id extends string, P extends Presence>(given: Given<ListDecision<Id, P>>): ListDecision<Id, P> {
  return { ...given, kind: "list", schema: z.array(z.string().min(1).max(given.maxLength)).max(given.maxItems) };
}

/** What the answer to a decision looks like. */
export type AnswerOf<D> = D extends { schema: z.ZodType<infer T> } ? T : never;
