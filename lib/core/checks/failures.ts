import type { CheckFinding, Outcome } from "./check.ts";

/** One failure as an agent is told about it. */
export interface Failure extends CheckFinding {
  check: string;
}

/** What a sub-prompt carries of them: an agent needs the first ones, not a whole log. */
const MOST_OF_A_CHECK = 10;
const LONGEST = 800;

/** What failed, for the next attempt: by check, each with line, message and mend, long ones cut, and a count of what was left out. */
export function failuresOf(outcomes: readonly Outcome[]): Failure[] {
  return outcomes
    .filter(({ status }) => status === "fail")
    .flatMap(({ check, findings, ended, reason }): Failure[] => {
      if (findings.length === 0)
        return [{ check, code: "failed", message: cut(reason ?? `It did not end by itself: ${ended ?? "unknown"}.`) }];
      const told = findings
        .slice(0, MOST_OF_A_CHECK)
        .map((finding) => ({ ...finding, check, message: cut(finding.message) }));
      const more = findings.length - told.length;
      return more > 0
        ? [...told, { check, code: "more", message: `${more} more of this check were left out here.` }]
        : told;
    });
}

const cut = (text: string): string => {
  const characters = [...text.trim()];
  return characters.length <= LONGEST ? text.trim() : `${characters.slice(0, LONGEST).join("")} (cut)`;
};
