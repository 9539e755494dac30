import { checks, type Outcome, type Severity } from "./check.ts";

/** What the outcomes allow a person to choose. */
export interface Verdict {
  state: "acceptable" | "needs-revision" | "waiting";
  /** `yes`; `acknowledged`: only with a written reason; `no`: never by a click. */
  accept: "yes" | "acknowledged" | "no";
  /** One sentence that says why. */
  because: string;
}

const ORDER: readonly Severity[] = ["critical", "blocking", "advisory"];

/** How much a failed outcome weighs: as much as the gravest of its findings, and of its check where they do not say. */
function weight({ check, findings }: Outcome): Severity {
  const own = checks[check].severity;
  const given = findings.map(({ severity }) => severity ?? own);
  return ORDER.find((severity) => given.includes(severity)) ?? own;
}

/**
 * Weighs outcomes by severity (WORKFLOW 6): a failed critical check removes Accept, a failed blocking one asks for an
 * acknowledgement, an advisory one passes. A skipped check counts neither way; a file on which nothing ran is not acceptable by itself.
 */
export function verdict(outcomes: readonly Outcome[]): Verdict {
  const failed = outcomes.filter(({ status }) => status === "fail");
  const critical = failed.find((outcome) => weight(outcome) === "critical");
  if (critical)
    return {
      state: "needs-revision",
      accept: "no",
      because: `${checks[critical.check].label} failed; a file with this finding is never accepted.`,
    };
  const blocking = failed.filter((outcome) => weight(outcome) === "blocking");
  if (blocking.length > 0) {
    const names = blocking.map(({ check }) => checks[check].label.toLowerCase()).join(", ");
    return {
      state: "needs-revision",
      accept: "acknowledged",
      because: `Failed: ${names}. Accepting as it is needs a written reason.`,
    };
  }
  const pending = outcomes.filter(({ status }) => status === "pending");
  if (pending.length > 0) {
    const names = pending.map(({ check }) => checks[check].label.toLowerCase()).join(", ");
    return {
      state: "waiting",
      accept: "acknowledged",
      because: `Not proved yet: ${names}. Wait for the sandbox, or accept with a written reason.`,
    };
  }
  if (!outcomes.some(({ status }) => status === "pass" || status === "partial"))
    return { state: "needs-revision", accept: "acknowledged", because: "No check has run on this content yet." };
  return { state: "acceptable", accept: "yes", because: "Every check that ran has passed." };
}
