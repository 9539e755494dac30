import { deriveFacts, type FactInput, type FactName } from "./facts.ts";
import type { Finding } from "./review.ts";
import type { Change, Checkpoint, Remediable } from "./rule.ts";
import { scoreDimensions, totalOf } from "./score.ts";

/** What the total would be. */
export interface Prediction {
  total: number;
  /** Difference to the total now; "+1.5" is 1.5. */
  delta: number;
  /**
   * `exact`: the changes were applied and everything scored again. `at-least`: only a person can take this fix, so
   * just this finding was taken out; other findings may go with it.
   */
  certainty: "exact" | "at-least";
}

/** The names of answers that the rule book calls otherwise than the answers file (DESIGN 7). */
const RULE_BOOK_NAMES: Partial<Record<keyof Remediable, keyof FactInput>> = {
  dependency_manager: "dep_manager",
  configuration: "config",
  error_handling: "errors",
  python_version: "python_min",
  readme_languages: "readme_langs",
};

/** The answers with some of them changed; later changes win. */
export function applyChanges(input: FactInput, changes: readonly Change[]): FactInput {
  const renamed = changes.map(({ decision, value }) => [RULE_BOOK_NAMES[decision] ?? decision, value]);
  return { ...input, ...Object.fromEntries(renamed) };
}

/** The total after some changes; `undecided` facts are left out as in the review itself. */
export function predict(
  input: FactInput,
  checkpoint: Checkpoint,
  changes: readonly Change[],
  undecided?: ReadonlySet<FactName>,
): Prediction {
  const score = (answers: FactInput) =>
    totalOf(scoreDimensions(deriveFacts(answers), checkpoint, undefined, undecided));
  const now = score(input);
  const total = score(applyChanges(input, changes));
  return { total, delta: total - now, certainty: "exact" };
}

/** The total after the fix of a finding of these very answers is taken. */
export function predictFix(
  input: FactInput,
  checkpoint: Checkpoint,
  finding: Pick<Finding, "id" | "changes">,
  undecided?: ReadonlySet<FactName>,
): Prediction {
  if (finding.changes) return predict(input, checkpoint, finding.changes, undecided);
  const facts = deriveFacts(input);
  const now = totalOf(scoreDimensions(facts, checkpoint, undefined, undecided));
  const total = totalOf(scoreDimensions(facts, checkpoint, finding.id, undecided));
  return { total, delta: total - now, certainty: "at-least" };
}
