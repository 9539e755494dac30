import { DIMENSION_MAX } from "./dimensions.ts";
import type { Rule } from "./rule.ts";
import type { DimensionSum } from "./score.ts";

const points = (rules: readonly Rule[]): number => rules.reduce((sum, rule) => sum + Math.abs(rule.points), 0);
const count = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`;

/** One sentence that says how a dimension came to its score, from its base to its cap. */
export function justify({ base, sum, cap, fired }: DimensionSum): string {
  const gained = fired.filter((rule) => rule.points > 0);
  const lost = fired.filter((rule) => rule.points < 0);
  const parts = [`${base} to start with`];
  if (gained.length > 0) parts.push(`${points(gained)} gained by ${count(gained.length, "strength", "strengths")}`);
  if (lost.length > 0) parts.push(`${points(lost)} lost to ${count(lost.length, "weakness", "weaknesses")}`);
  if (fired.length === 0) parts.push("nothing gained or lost");
  const limits = [];
  if (sum > DIMENSION_MAX) limits.push(`${DIMENSION_MAX} is the most there is`);
  if (sum < 0) limits.push("0 is the least there is");
  if (cap) limits.push(`held at ${cap.max}, because ${cap.because}`);
  const heaviest = [...(lost.length > 0 ? lost : gained)].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0];
  const telling = heaviest ? ` Most telling: ${heaviest.message}` : "";
  return `${parts.join(", ")}${limits.map((limit) => `; ${limit}`).join("")}.${telling}`;
}
