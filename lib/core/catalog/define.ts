import { z } from "zod";
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

interface Common<Id extends string, T> {
  id: Id;
  stage: StageId;
  /** The question, as a person reads it. */
  ask: string;
  /** Short name for summaries, tables and the log. */
  label: string;
  /** Why it is asked: what depends on it. */
  why: string;
  schema: z.ZodType<T>;
  /** `required`: needed to confirm the stage. `optional`: may stay open. `conditional`: required while `askedWhen` holds, else must be absent. */
  presence: "required" | "optional" | "conditional";
  askedWhen?(answers: PartialAnswers): boolean;
  suggest?(answers: PartialAnswers): Suggestion<T> | null;
  /** True for the features whose missing answer counts as a visible NO. */
  gate?: boolean;
}

export interface ChoiceDecision<Id extends string = string, O extends string = string> extends Common<Id, O> {
  kind: "choice";
  options: readonly Option<O>[];
}
export interface ChoicesDecision<Id extends string = string, O extends string = string> extends Common<Id, O[]> {
  kind: "choices";
  options: readonly Option<O>[];
}
export interface NumberChoiceDecision<Id extends string = string> extends Common<Id, number> {
  kind: "number-choice";
  /** Option ids are the numbers as text. */
  options: readonly Option[];
}
export interface ToggleDecision<Id extends string = string> extends Common<Id, boolean> {
  kind: "toggle";
  /** Exactly two, ids `true` and `false`. */
  options: readonly Option<"true" | "false">[];
}
export interface TextDecision<Id extends string = string> extends Common<Id, string> {
  kind: "text";
  placeholder?: string;
  maxLength: number;
  multiline?: boolean;
}
export interface ListDecision<Id extends string = string> extends Common<Id, string[]> {
  kind: "list";
  maxItems: number;
  maxLength: number;
  /** Examples offered, by the answers so far. */
  examples?(answers: PartialAnswers): readonly string[];
}
/** Decisions with an editor of their own: resources, modules, the tree. */
export interface EditorDecision<Id extends string = string, T = unknown> extends Common<Id, T> {
  kind: "resources" | "modules" | "paths" | "guided";
}

export type Decision =
  | ChoiceDecision
  | ChoicesDecision
  | NumberChoiceDecision
  | ToggleDecision
  | TextDecision
  | ListDecision
  | EditorDecision<string, never>;

/** What the answer to a decision looks like. */
export type AnswerOf<D> = D extends { schema: z.ZodType<infer T> } ? T : never;
