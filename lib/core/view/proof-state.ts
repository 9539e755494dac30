import type { CheckId, Outcome } from "../checks/check.ts";
import type { Verdict } from "../checks/verdict.ts";

/** How well a file is proved, in one word, weightiest first. */
export const PROOF_STATES = ["critical", "failed", "pending", "partial", "unproved", "passed"] as const;
export type ProofState = (typeof PROOF_STATES)[number];

/** Checks that run code; without a container they are skipped. */
const RUN_CODE: ReadonlySet<CheckId> = new Set(["types", "tests", "build"]);

/** What was found about one file, in one word. A check that should run code and did not never makes it "passed". */
export function proofState({ outcomes, verdict }: { outcomes: readonly Outcome[]; verdict: Verdict }): ProofState {
  const has = (status: Outcome["status"]) => outcomes.some((outcome) => outcome.status === status);
  if (verdict.accept === "no") return "critical";
  if (verdict.state === "needs-revision") return "failed";
  if (has("pending")) return "pending";
  if (has("partial")) return "partial";
  return outcomes.some(({ status, check }) => status === "skipped" && RUN_CODE.has(check)) ? "unproved" : "passed";
}
