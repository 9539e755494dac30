import { checks, type Outcome, type SandboxName } from "./check.ts";
import { awaitsContainer } from "./merge.ts";

/**
 * Why it cannot be said that every check of a file has passed; null when it can. Stricter than the verdict, which lets
 * a person decide about what did not run: nobody looks at what an agent accepts.
 */
export function lackOfProof(outcomes: readonly Outcome[], sandbox: SandboxName): string | null {
  const unfinished = outcomes.filter(({ status }) => ["fail", "partial", "pending"].includes(status));
  if (unfinished.length > 0) {
    const names = unfinished.map(({ check, status }) => `${checks[check].label.toLowerCase()} (${status})`).join(", ");
    return `Not every check has passed: ${names}.`;
  }
  if (sandbox === "embedded" && awaitsContainer(outcomes))
    return "Its code was not run: that needs the validation sandbox (Docker), and a check that did not run is no pass.";
  return outcomes.some(({ status }) => status === "pass") ? null : "No check has run on this content.";
}
