import type { DecisionId } from "./fact-names.ts";
import type { Facts } from "./facts.ts";
import type { Checkpoint } from "./rule.ts";
import { ruleById } from "./rules/index.ts";

/** A decision nobody has taken yet although the design depends on it. */
export interface MissingDecision {
  decision: DecisionId;
  /** What is open, in words. */
  label: string;
  rule: string;
}

interface Watched extends MissingDecision {
  /** Open also where the rule takes no points for it. */
  open?(facts: Facts): boolean;
}

/** The decisions watched by python-standard 4.1, step 8. */
const WATCHED: readonly Watched[] = [
  { decision: "auth", label: "Who may call this, and how they prove it", rule: "CO21" },
  { decision: "slo", label: "A target for availability or latency", rule: "CO22" },
  { decision: "data_class", label: "Whether personal or regulated data is stored", rule: "CO23" },
  { decision: "deployment", label: "Where it will run", rule: "CO01", open: (f) => f.deployment === "undecided" },
  { decision: "concurrency", label: "Synchronous or asynchronous", rule: "CO02" },
  { decision: "api_purpose", label: "Who the API is for", rule: "CL17" },
];

/** The decisions still open at a checkpoint, in a fixed order; shown even when the score is perfect. */
export function missingDecisions(facts: Facts, checkpoint: Checkpoint): MissingDecision[] {
  const isOpen = ({ rule: id, open }: Watched) => {
    const rule = ruleById(id);
    return rule.checkpoint <= checkpoint && (open ?? rule.when)(facts);
  };
  return WATCHED.filter(isOpen).map(({ decision, label, rule }) => ({ decision, label, rule }));
}
