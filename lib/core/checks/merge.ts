import { type CheckFinding, type CheckId, checksFor, type Outcome } from "./check.ts";

/** Checks that run the project's code: only a container does that. */
const CONTAINER_CHECKS: readonly CheckId[] = ["types", "tests", "build"];

/** Whether a check executes code and has not: nothing outside a container does. */
export const needsContainer = ({ check, status }: Outcome): boolean =>
  status === "skipped" && CONTAINER_CHECKS.includes(check);

/** Whether a container still has something to say about a file with these outcomes. */
export const awaitsContainer = (outcomes: readonly Outcome[]): boolean => outcomes.some(needsContainer);

/**
 * What reader and container found about one file, as one list in the order of the catalog. Where both judged the same
 * check, a failure of either is a failure; a check that only one of them could run is that one's.
 */
export function mergeOutcomes(path: string, read: readonly Outcome[], contained: readonly Outcome[]): Outcome[] {
  return checksFor(path).flatMap(({ id }) => {
    const [left, right] = [read.find(({ check }) => check === id), contained.find(({ check }) => check === id)];
    if (!left || !right) return left ?? right ?? [];
    if (right.status === "skipped") return needsContainer(left) ? right : left;
    if (left.status === "skipped") return right;
    // What is only advised stays in sight beside a pass, and beside the failure of the other.
    const findings = distinct([...right.findings, ...left.findings]);
    return { ...(left.status === "fail" && right.status !== "fail" ? left : right), findings };
  });
}

/** The same fault is often found by both. */
function distinct(findings: readonly CheckFinding[]): CheckFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, line }) => {
    const key = `${code} ${line}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The same outcomes, with what a container has not run yet as pending for this reason. */
export const awaiting = (outcomes: readonly Outcome[], reason: string): Outcome[] =>
  outcomes.map((outcome) => (needsContainer(outcome) ? { ...outcome, status: "pending", reason } : outcome));
