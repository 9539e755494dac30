import { GROUPS, type Group, requirements } from "../blueprint/documents/dependencies.ts";
import type { DeliveredFile } from "../delivery/repository.ts";
import type { Design } from "../design/design.ts";
import {
  type DecisionDifference,
  decisionDifferences,
  type ReasonDifference,
  reasonDifferences,
} from "./compare-answers.ts";
import { compareScores, type FindingDifference, type ScoreComparison } from "./compare-scores.ts";
import { compareTexts } from "./compare-texts.ts";
import { both, type DesignSide, namesOf, type Sides } from "./sides.ts";

/** A file that only one side has, or that differs; how many of its lines stand on that side only, null without the file. */
export interface FileDifference extends Sides<number | null> {
  path: string;
}

/** A package that only one side asks for, or asks for otherwise; the requirement as pyproject.toml has it. */
export interface DependencyDifference extends Sides<string | null> {
  name: string;
  group: "runtime" | Group;
}

/**
 * Everything in which two designs differ. Swapping the designs swaps every `left` with its `right` and changes nothing
 * else; a design and itself differ in nothing.
 */
export interface DesignComparison {
  /** The same answers, the same reasons, the same bytes. */
  same: boolean;
  decisions: DecisionDifference[];
  reasons: ReasonDifference[];
  /** The tier each is drawn for; assumed where nobody has named it. */
  tier: Sides<{ tier: number; assumed: boolean }>;
  score: ScoreComparison;
  /** Heaviest first. */
  findings: FindingDifference[];
  files: FileDifference[];
  sameFiles: number;
  dependencies: DependencyDifference[];
  /** Dotted paths of answers that nobody gave; suggestions stand in for them. */
  assumed: Sides<string[]>;
  /** What has no template yet. */
  gaps: Sides<string[]>;
}

/** Compares two designs: answers, scores, files and dependencies. */
export function compareDesigns(sides: Sides<DesignSide>): DesignComparison {
  const given = both(sides, (side) => side.given);
  const decisions = decisionDifferences(given);
  const reasons = reasonDifferences(given);
  const files = fileDifferences(both(sides, (side) => side.files));
  return {
    same: decisions.length + reasons.length + files.differ.length === 0,
    decisions,
    reasons,
    tier: both(sides, ({ design, assumed }) => ({ tier: design.tier, assumed: assumed.includes("intake.tier") })),
    ...compareScores(given),
    files: files.differ,
    sameFiles: files.same,
    dependencies: dependencyDifferences(both(sides, ({ design }) => design)),
    assumed: both(sides, (side) => [...side.assumed]),
    gaps: both(sides, (side) => [...side.gaps]),
  };
}

function fileDifferences(sides: Sides<readonly DeliveredFile[]>): { differ: FileDifference[]; same: number } {
  const files = both(sides, (side) => new Map(side.map((file) => [file.path, file])));
  const paths = namesOf(both(files, (side) => side.keys()));
  const differ = paths.flatMap((path): FileDifference[] => {
    const { left, right } = both(files, (side) => side.get(path));
    if (left?.text === right?.text && left?.mode === right?.mode) return [];
    const { added, removed } = compareTexts(path, left?.text ?? "", right?.text ?? "");
    return [{ path, left: left ? removed : null, right: right ? added : null }];
  });
  return { differ, same: paths.length - differ.length };
}

function dependencyDifferences(sides: Sides<Design>): DependencyDifference[] {
  return (["runtime", ...GROUPS] as const).flatMap((group) => {
    const asked = both(sides, (design) => new Map(requirements(design, group).map((text) => [nameOf(text), text])));
    return namesOf(both(asked, (side) => side.keys()))
      .map((name) => ({ name, group, ...both(asked, (side) => side.get(name) ?? null) }))
      .filter(({ left, right }) => left !== right);
  });
}

/** The distribution a requirement names: `psycopg` of `psycopg[binary,pool]>=3.2`. */
const nameOf = (requirement: string): string => /^[A-Za-z0-9._-]+/.exec(requirement)?.[0] ?? requirement;
