import type { CheckId, FileUnderCheck, Outcome } from "../checks/check.ts";
import { outline } from "../python/outline.ts";
import { lineEnds, outOfFence, withoutMark } from "./clean-text.ts";
import { linterFixes } from "./linter-fixes.ts";
import { missingImports } from "./missing-imports.ts";
import { simpleSyntax, spacesForTabs } from "./simple-syntax.ts";

/** A finding of the linter with the edits that would mend it; lines and columns count characters from 1. */
export interface LintFix {
  code: string;
  message: string;
  line: number;
  column: number;
  fix?: { edits: { content: string; line: number; column: number; endLine: number; endColumn: number }[] };
}

/** The tools a repair is made and judged with: those of the static checks. */
export interface RepairTools {
  judge(text: string): Outcome[];
  /** Findings under the repository's own configuration; a syntax fault has the code `invalid-syntax`. */
  lint(text: string): LintFix[];
  /** The formatted text; null where it does not parse. */
  format(text: string): string | null;
}

/** Public names that modules of the repository define, each with the modules that do. */
export type Symbols = Readonly<Record<string, readonly string[]>>;

export interface RepairContext {
  file: FileUnderCheck;
  symbols: Symbols;
  tools: RepairTools;
}

/** One mechanical change; null when it has nothing to do. */
export type RepairStep = (text: string, context: RepairContext) => { text: string; reason: string } | null;

export interface Repair {
  text: string;
  /** What was changed, one sentence each. */
  reasons: string[];
  /** Findings of the static checks before and after. */
  before: number;
  after: number;
}

const formatted: RepairStep = (text, { file, tools }) => {
  const made = file.path.endsWith(".py") ? tools.format(text) : null;
  return made === null ? null : { text: made, reason: "Formatted as ruff format does." };
};

const STEPS: readonly RepairStep[] = [
  withoutMark,
  lineEnds,
  outOfFence,
  spacesForTabs,
  simpleSyntax,
  missingImports,
  linterFixes,
  formatted,
];

/** After so many rounds a text has settled; a later one would find nothing more. */
const ROUNDS = 4;

/** Characters of a text that is worth the time: each step reads it again. Source files stay far below. */
export const LONGEST_REPAIRED = 32 * 1024;

/**
 * Mends what a machine can mend without a guess: pasted wrapping, line ends, simple syntax, imports, formatting.
 * A step that any check likes less is left out. Null when nothing is wrong, or nothing gets better.
 */
export function repair(file: FileUnderCheck, symbols: Symbols, tools: RepairTools): Repair | null {
  if (file.text.length > LONGEST_REPAIRED) return null;
  const before = tools.judge(file.text);
  if (findingCount(before) === 0) return null;
  let text = file.text;
  let judged = before;
  const reasons = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const begun = text;
    for (const step of STEPS) {
      const made = step(text, { file: { ...file, text }, symbols, tools });
      if (!made || made.text === text) continue;
      const outcomes = tools.judge(made.text);
      if (!noWorse(judged, outcomes) || !sameFace(file, text, made.text)) continue;
      text = made.text;
      judged = outcomes;
      reasons.add(made.reason);
    }
    if (text === begun) break;
  }
  if (!noWorse(before, judged) || noWorse(judged, before)) return null;
  return { text, reasons: [...reasons], before: findingCount(before), after: findingCount(judged) };
}

/** How many findings the failed checks have together. */
export const findingCount = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, { findings }) => sum + findings.length, 0);

const countOf = (outcomes: readonly Outcome[], check: CheckId): number =>
  outcomes.find((one) => one.check === check)?.findings.length ?? 0;

/** No check has more findings than it had. What does not parse hides the findings of the other checks, so only its faults count. */
function noWorse(before: readonly Outcome[], after: readonly Outcome[]): boolean {
  const faults = countOf(before, "syntax");
  if (faults > 0) return countOf(after, "syntax") <= faults;
  return after.every(({ check, findings }) => findings.length <= countOf(before, check));
}

/** A repair adds and removes no public name; what does not parse has no face to compare. */
function sameFace({ path }: FileUnderCheck, before: string, after: string): boolean {
  if (!path.endsWith(".py")) return true;
  const old = outline(before);
  return old.faults.length > 0 || face(old) === face(outline(after));
}

const face = ({ items, all }: ReturnType<typeof outline>): string =>
  JSON.stringify([
    items.map((item) => [item.kind, item.name, item.kind === "class" ? item.methods.map(({ name }) => name) : []]),
    all ?? [],
  ]);
