import { type DecisionId, decisionsBehind } from "../critic/fact-names.ts";
import type { Facts } from "../critic/facts.ts";
import { type InteractionRule, SEVERITIES } from "./interaction-rule.ts";
import { INTERACTION_RULES } from "./rules/index.ts";

/** An interaction that holds for some answers: plain data. */
export interface Interaction extends Omit<InteractionRule, "applies"> {
  /** Keys of the answers file that meet here, most telling first. */
  decisions: readonly DecisionId[];
}

/** All rules that fire for these facts, gravest first, then in the order of the rule book. */
export function interactionsFor(facts: Facts): Interaction[] {
  return INTERACTION_RULES.filter((rule) => rule.applies?.(facts))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .map(({ applies: _applies, ...rule }) => ({ ...rule, decisions: decisionsBehind(rule.reads) }));
}
