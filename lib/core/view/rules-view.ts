import type { PartialAnswers } from "../catalog/answers.ts";
import type { AskedStage } from "../catalog/index.ts";

/** An interaction rule that fires, in words. */
export interface RuleView {
  id: string;
  severity: "blocker" | "error" | "warn" | "notice" | "info";
  text: string;
  reason: string;
  /** Paths of the decisions it speaks about. */
  decisions: string[];
}

export function rulesFor(_answers: PartialAnswers, _stage: AskedStage): RuleView[] {
  return [];
}
