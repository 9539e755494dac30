import { CHECK_IDS, type CheckId, type Outcome } from "../checks/check.ts";

type Count = Partial<Record<Outcome["status"], number>>;

/** How many files stand where, by check; what was skipped, once for each reason. */
export interface Tally {
  files: number;
  /** Files with a failing check. */
  failing: number;
  /** Files on which no check gave an answer. */
  unproved: number;
  checks: Partial<Record<CheckId, Count>>;
  skipped: { check: CheckId; reason: string; files: number }[];
}

/** Counts outcomes by check. A check that did not run is listed with its reason and never counts as passed. */
export function tally(outcomes: Readonly<Record<string, readonly Outcome[]>>): Tally {
  const each = Object.values(outcomes);
  const all = each.flat();
  const waiting = all.filter((one) => one.status !== "pass" && one.status !== "fail");
  const reasons = [...new Set(waiting.map(({ check, reason }) => JSON.stringify([check, reason ?? ""])))];
  return {
    files: each.length,
    failing: each.filter((own) => own.some(({ status }) => status === "fail")).length,
    unproved: each.filter((own) => !own.some(({ status }) => status !== "skipped" && status !== "pending")).length,
    checks: Object.fromEntries(
      CHECK_IDS.map((id) => [id, countOf(all.filter(({ check }) => check === id))] as const).filter(
        ([, count]) => Object.keys(count).length > 0,
      ),
    ),
    skipped: reasons
      .map((key) => JSON.parse(key) as [CheckId, string])
      .map(([check, reason]) => ({
        check,
        reason,
        files: waiting.filter((one) => one.check === check && (one.reason ?? "") === reason).length,
      })),
  };
}

const STATUSES = ["pass", "partial", "fail", "skipped", "pending"] as const;

function countOf(outcomes: readonly Outcome[]): Count {
  const counted = STATUSES.map((status) => [status, outcomes.filter((one) => one.status === status).length] as const);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}
