import type { PartialAnswers } from "../catalog/answers.ts";
import { type AskedStage, catalog, decisions, pathOf } from "../catalog/index.ts";
import { deriveFacts } from "../critic/facts.ts";
import { factInput, undecidedFacts } from "../design/facts.ts";
import type { Severity } from "../interactions/interaction-rule.ts";
import { interactionsFor } from "../interactions/interactions.ts";

/** An interaction rule that fires, in words. */
export interface RuleView {
  id: string;
  severity: Severity;
  text: string;
  reason: string;
  /** The decisions it speaks about. */
  decisions: { path: string; label: string }[];
}

/** The interactions that hold for the answers so far and concern a decision of this stage; none rests on an open question. */
export function rulesFor(answers: PartialAnswers, stage: AskedStage): RuleView[] {
  const undecided = undecidedFacts(answers);
  const input = factInput(answers);
  const facts = deriveFacts({ ...input, python_min: input.python_min ?? "3.13" });
  return interactionsFor(facts)
    .filter(
      (rule) =>
        rule.reads.length > 0 &&
        !rule.reads.some((fact) => undecided.has(fact)) &&
        rule.decisions.some((id) => id in catalog[stage]),
    )
    .map(({ id, severity, effect, reason, decisions: ids }) => ({
      id,
      severity,
      text: effect,
      reason,
      decisions: ids.flatMap(linkOf),
    }));
}

function linkOf(id: string): { path: string; label: string }[] {
  const decision = decisions.find((one) => one.id === id);
  return decision ? [{ path: pathOf(decision), label: decision.label }] : [];
}
