import type { Rule } from "../rule.ts";
import { CLARITY_RULES } from "./clarity.ts";
import { COMPLETENESS_RULES } from "./completeness.ts";
import { EXTENSIBILITY_RULES } from "./extensibility.ts";
import { MAINTAINABILITY_RULES } from "./maintainability.ts";
import { RISK_RULES } from "./risk.ts";

/** All rules of the critic in the order of the rule book. */
export const RULES: readonly Rule[] = [
  ...CLARITY_RULES,
  ...COMPLETENESS_RULES,
  ...MAINTAINABILITY_RULES,
  ...EXTENSIBILITY_RULES,
  ...RISK_RULES,
];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/**
 * One rule with its long explanation.
 * @throws Error for an id that no rule has: a mistake of ours
 */
export function ruleById(id: string): Rule {
  const rule = BY_ID.get(id);
  if (!rule) throw new Error(`no critic rule ${id}`);
  return rule;
}
