import type { Problem } from "../result.ts";
import { TEXT_LENGTHS } from "../text-lengths.ts";
import { decisionAt } from "./index.ts";
import { lineProblems } from "./text-rules.ts";

/** Written reasons by decision path or id of a critic's rule: why a suggestion, a ceiling or a blocker was overruled. */
export function readReasons(given: unknown): { value: Record<string, string>; problems: Problem[] } {
  if (given === undefined) return { value: {}, problems: [] };
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return {
      value: {},
      problems: [
        {
          path: "reasons",
          code: "wrong_type",
          message: "Reasons are an object of texts.",
          hint: 'Write "reasons": { "intake.tier": "..." }.',
        },
      ],
    };
  const value: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const [key, text] of Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = `reasons.${key.slice(0, 60)}`;
    if (!decisionAt(key) && !/^[A-Z]{2}\d{2}$|^band$/.test(key))
      problems.push({
        path,
        code: "unknown_key",
        message: `"${key.slice(0, 60)}" is neither a decision nor a rule of the critic.`,
        hint: "Use a decision such as intake.tier, or the id of a finding.",
      });
    else if (typeof text !== "string")
      problems.push({ path, code: "wrong_type", message: "A reason is a text.", hint: "Write one or two sentences." });
    else if (text.length > TEXT_LENGTHS.reason)
      problems.push({
        path,
        code: "too_long",
        message: `This reason has ${text.length} characters; at most ${TEXT_LENGTHS.reason} are kept.`,
        hint: "Say it in one or two sentences.",
      });
    else {
      const faults = lineProblems(text, path);
      problems.push(...faults);
      if (faults.length === 0) value[key] = text.trim();
    }
  }
  return { value, problems };
}
