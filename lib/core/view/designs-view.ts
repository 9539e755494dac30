import { decisionAt } from "../catalog/index.ts";
import { stages } from "../catalog/stages.ts";
import type { DecisionDifference } from "../compare/compare-answers.ts";
import { compareDesigns, type DesignComparison } from "../compare/compare-designs.ts";
import type { FindingSide } from "../compare/compare-scores.ts";
import { compareTexts } from "../compare/compare-texts.ts";
import { both, type DesignSide, namesOf, type Sides } from "../compare/sides.ts";
import type { Level } from "../critic/rule.ts";
import { ok, type Problem, type Result, refuse } from "../result.ts";
import type { DiffLine, FileMark } from "./consequences-view.ts";
import { diffLines } from "./diff-lines.ts";
import { tierLabel } from "./evidence.ts";
import { valueWords } from "./review-view.ts";

/** One design of a comparison, as its head shows it. */
export interface SideView {
  title: string;
  /** Which one of that title: a version with its date, another project, a pasted design. */
  note: string;
  tier: string;
  tierAssumed: boolean;
  score: { total: number; band: string } | null;
  /** Labels of the questions that are open; suggestions stand in for them. */
  missing: string[];
  /** Parts of a pasted design that were left out. */
  warnings: { path: string; message: string }[];
  gaps: string[];
}

interface FindingText {
  level: Level;
  points: number;
  message: string;
}

/** Two designs side by side as plain data. */
export interface DesignsView extends Sides<SideView> {
  same: boolean;
  stages: { title: string; decisions: (DecisionText & Sides<AnswerText>)[] }[];
  reasons: DesignComparison["reasons"];
  /** Both judged at this checkpoint. */
  checkpoint: 1 | 2;
  dimensions: ({ id: string } & Sides<number | null>)[];
  findings: ({ id: string; dimension: string; because: EvidenceText[] } & Sides<FindingText | null>)[];
  files: { path: string; mark: FileMark["mark"]; added: number; removed: number }[];
  sameFiles: number;
  packages: { group: string; names: ({ name: string } & Sides<string | null>)[] }[];
}

interface DecisionText {
  path: string;
  label: string;
  details: DecisionDifference["details"];
}

interface AnswerText {
  words: string;
  reason: string | null;
}

/** What the answers behind a finding say on each side, where they differ. */
interface EvidenceText extends Sides<string> {
  label: string;
}

/** What stands on one side and how it is called. */
export interface NamedSide {
  title: string;
  note: string;
  side: DesignSide;
  warnings?: readonly Problem[];
}

/** Compares two designs for a page. */
export function designsView(named: Sides<NamedSide>): DesignsView {
  const found = compareDesigns(both(named, ({ side }) => side));
  return {
    left: sideView(named.left, found.tier.left, found.score.left),
    right: sideView(named.right, found.tier.right, found.score.right),
    same: found.same,
    stages: stages
      .map(({ id, title }) => ({
        title,
        decisions: found.decisions.filter(({ stage }) => stage === id).map(decisionText),
      }))
      .filter(({ decisions }) => decisions.length > 0),
    reasons: found.reasons,
    checkpoint: found.score.checkpoint,
    dimensions:
      (found.score.left ?? found.score.right)?.dimensions.map(({ id }) => ({
        id,
        ...both(found.score, (side) => side?.dimensions.find((one) => one.id === id)?.score ?? null),
      })) ?? [],
    findings: found.findings.map(({ id, dimension, left, right }) => ({
      id,
      dimension,
      ...both({ left, right }, findingText),
      because: evidenceText({ left, right }),
    })),
    files: found.files.map(({ path, left, right }) => ({
      path,
      mark: left === null ? "+" : right === null ? "-" : "~",
      added: right ?? 0,
      removed: left ?? 0,
    })),
    sameFiles: found.sameFiles,
    packages: packages(found.dependencies),
  };
}

const sideView = (
  { title, note, side, warnings = [] }: NamedSide,
  { tier, assumed }: DesignComparison["tier"]["left"],
  score: DesignComparison["score"]["left"],
): SideView => ({
  title,
  note,
  tier: tierLabel(tier),
  tierAssumed: assumed,
  score: score && { total: score.total, band: score.band },
  missing: side.assumed.map((path) => decisionAt(path)?.label ?? path),
  warnings: warnings.map(({ path, message }) => ({ path, message })),
  gaps: [...side.gaps],
});

const decisionText = ({ path, label, left, right, details }: DecisionDifference) => ({
  path,
  label,
  details,
  ...both({ left, right }, ({ words, reason }) => ({ words, reason })),
});

const findingText = (side: FindingSide | null): FindingText | null =>
  side && { level: side.level, points: side.points, message: side.message };

/** On which answers a finding that both sides have rests, where these differ; swapping the sides swaps the words. */
export function evidenceText({ left, right }: Sides<FindingSide | null>): EvidenceText[] {
  if (!left || !right) return [];
  const known = both({ left, right }, ({ evidence }) => new Map(evidence.map((one) => [one.fact, one])));
  return namesOf(both(known, (side) => side.keys())).flatMap((fact) => {
    const found = both(known, (side) => side.get(fact));
    const words = both(found, (one) => valueWords(one?.value));
    return words.left === words.right ? [] : [{ label: (found.left ?? found.right)?.label ?? fact, ...words }];
  });
}

const GROUP_TITLES: Readonly<Record<string, string>> = {
  runtime: "Dependencies",
  test: "For tests",
  lint: "For style checks",
  typing: "For type checks",
  docs: "For the documentation",
  api: "For checks of the public API",
  nox: "For sessions",
  hooks: "For commit hooks",
};

function packages(found: DesignComparison["dependencies"]): DesignsView["packages"] {
  return [...new Set(found.map(({ group }) => group))].map((group) => ({
    group: GROUP_TITLES[group] ?? group,
    names: found.filter((one) => one.group === group).map(({ name, left, right }) => ({ name, left, right })),
  }));
}

/** What differs in one file of two designs, as lines with marks. */
export function linesOfFile(sides: Sides<DesignSide>, path: string): Result<DiffLine[]> {
  const { left, right } = both(sides, ({ files }) => files.find((file) => file.path === path));
  if (!left && !right) return refuse(path, "not-found", `Neither design has ${path}.`, "Open another file.");
  return ok(diffLines(compareTexts(path, left?.text ?? "", right?.text ?? "").hunks));
}
