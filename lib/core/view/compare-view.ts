import { answerAt } from "../catalog/access.ts";
import type { PartialAnswers } from "../catalog/answers.ts";
import type { Decision, Option } from "../catalog/define.ts";
import type { CodeText } from "./code-text.ts";

/** One row of two texts set side by side; `skipped` stands for unchanged lines left out. */
export type AlignedRow = { left: AlignedLine | null; right: AlignedLine | null } | { skipped: number };

export interface AlignedLine {
  number: number;
  tokens: CodeText[number];
  changed: boolean;
}

export interface ComparedSide {
  id: string;
  label: string;
  /** It is the present answer. */
  chosen: boolean;
  suggested: boolean;
  facts: { name: string; text: string }[];
  /** Files that only this option has. */
  onlyHere: number;
  gaps: string[];
}

export interface CompareView {
  label: string;
  ask: string;
  backHref: string;
  options: { id: string; label: string }[];
  left: ComparedSide;
  right: ComparedSide;
  files: { path: string; on: "both" | "left" | "right" }[];
  same: number;
  /** The file that is shown, and why none is. */
  shown: { path: string; rows: AlignedRow[] } | null;
}

/** The two options to compare: those asked for, else the present answer or the suggestion against the first other one. */
export function pairOf(
  decision: Decision & { options: readonly Option[] },
  answers: PartialAnswers,
  wanted: { a?: string; b?: string },
): [Option, Option] {
  const by = (id: unknown) => decision.options.find((option) => option.id === String(id));
  const value = answerAt(answers, `${decision.stage}.${decision.id}`);
  const present = by(Array.isArray(value) ? value[0] : value);
  const left = by(wanted.a) ?? present ?? by(decision.suggest?.(answers)?.value) ?? (decision.options[0] as Option);
  const right =
    by(wanted.b) ?? decision.options.find((option) => option.id !== left.id && option.id !== wanted.a) ?? left;
  return [left, right];
}

/** The answer that choosing just this option gives. */
export function valueOfOption(decision: Decision, id: string): unknown {
  if (decision.kind === "choices") return [id];
  if (decision.kind === "number-choice") return Number(id);
  return decision.kind === "toggle" ? id === "true" : id;
}

/** What is known of an option without rendering anything. */
export function sideOf(
  decision: Decision,
  option: Option,
  answers: PartialAnswers,
): Pick<ComparedSide, "id" | "label" | "chosen" | "suggested" | "facts"> {
  const value = answerAt(answers, `${decision.stage}.${decision.id}`);
  const suggested = decision.suggest?.(answers)?.value;
  const over = option.aboveCeiling?.(answers);
  return {
    id: option.id,
    label: option.label,
    chosen: Array.isArray(value) ? value.includes(option.id) : String(value) === option.id,
    suggested: Array.isArray(suggested) ? suggested.includes(option.id) : String(suggested) === option.id,
    facts: [
      { name: "What it is", text: option.summary },
      { name: "Choose when", text: option.chooseWhen },
      { name: "Costs", text: option.costs },
      { name: "Changes", text: option.changes },
      { name: "Ceiling", text: over ?? "Within the tier's ceiling." },
    ],
  };
}
