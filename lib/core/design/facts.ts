import type { PartialAnswers } from "../catalog/answers.ts";
import { bandOf } from "../critic/bands.ts";
import type { DimensionId } from "../critic/dimensions.ts";
import { FACT_NAMES } from "../critic/fact-names.ts";
import type { FactInput, FactName } from "../critic/facts.ts";
import { deriveFacts } from "../critic/facts.ts";
import { type Review, review } from "../critic/review.ts";
import type { Checkpoint, Rule } from "../critic/rule.ts";
import { scoreDimensions, totalOf } from "../critic/score.ts";

/** Answers by key, whatever stage they belong to; keys are unique across stages. */
function flat(answers: PartialAnswers): Record<string, unknown> {
  return { ...answers.intake, ...answers.architecture, ...answers.structure, ...answers.features };
}

/**
 * The answers by the names of the rule book (python-standard 0.3). `explicit_ratio` is 1 by construction: a suggestion
 * is never an answer until a person takes it (DESIGN 2, rule 2). Missing answers are left out.
 */
export function factInput(answers: PartialAnswers): FactInput {
  const all = flat(answers);
  const resource = answers.structure?.resources?.[0];
  const paths = answers.structure?.paths;
  const input = {
    ...all,
    python_min: all.python_version,
    dep_manager: all.dependency_manager,
    config: all.configuration,
    errors: all.error_handling,
    readme_langs: all.readme_languages,
    entity: resource?.name ?? "",
    fields: (resource?.fields ?? []).map(({ name, type }) => `${name}: ${type}`),
    top_level_dirs: paths
      ? new Set(paths.filter((path) => path.includes("/")).map((path) => path.split("/")[0])).size
      : undefined,
    explicit_ratio: 1,
  };
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as unknown as FactInput;
}

/** The facts that no answer decides yet. */
export function undecidedFacts(answers: PartialAnswers): Set<FactName> {
  const all = flat(answers);
  const names = Object.keys(FACT_NAMES) as FactName[];
  return new Set(
    names.filter((name) =>
      FACT_NAMES[name].decisions.some((decision) => all[decision] === undefined && !OPTIONAL.has(decision)),
    ),
  );
}

/** Answers that may stay open: a rule about them judges just that. */
const OPTIONAL = new Set<string>([
  "team_size",
  "slo",
  "data_class",
  "error_boundary",
  "auth",
  "paths",
  "api_purpose",
  "docs_content",
  "readme_languages",
  "outbound",
]);

/**
 * The review of a design at a checkpoint. At checkpoint 1 the structure may not be answered yet; rules about it are left out.
 */
export function reviewAnswers(answers: PartialAnswers, checkpoint: Checkpoint): Review {
  return review(factInput(answers), checkpoint, undecidedFacts(answers));
}

/** The score so far: what the answers given already decide. */
export interface ScorePreview {
  dimensions: {
    id: DimensionId;
    score: number;
    /** What it starts with before any rule. */
    base: number;
    /** Why no more points count, or empty. */
    held: string;
    /** The rules that gave or took points; what took most first. */
    rules: readonly Rule[];
  }[];
  total: number;
  band: string;
  /** True while answers of the two checkpoints' stages are open. */
  soFar: boolean;
}

/** Scores what is decided, for the panel that shows consequences while a person answers. */
export function scorePreview(answers: PartialAnswers): ScorePreview {
  const undecided = undecidedFacts(answers);
  const all = flat(answers);
  const input = factInput(answers);
  const facts = deriveFacts({ ...input, python_min: input.python_min ?? "3.13" });
  const checkpoint = answers.features?.api === undefined ? 1 : 2;
  const dimensions = scoreDimensions(facts, checkpoint, undefined, undecided);
  const total = totalOf(dimensions);
  return {
    dimensions: dimensions.map(({ id, score, base, cap, fired }) => ({
      id,
      score,
      base,
      held: cap?.because ?? "",
      rules: [...fired].sort((a, b) => a.points - b.points),
    })),
    total,
    band: bandOf(total).id,
    soFar: undecided.size > 0 || all.api === undefined,
  };
}
