import { CHECK_IDS, checks, type Outcome } from "../checks/check.ts";
import { type Coverage, isMeasured } from "../checks/coverage.ts";
import type { Report, ReportTask } from "./schema.ts";

const STATUSES = ["pass", "partial", "fail", "skipped", "pending"] as const satisfies readonly Outcome["status"][];

const toolsOf = (own: readonly ReportTask["checks"][number][]): string[] =>
  [...new Set(own.map(({ tool }) => tool))].filter((tool) => tool !== "none").sort();

/** What can be counted about the files: sizes, outcomes by check, the share that passed of all that ran. */
export function qualityOf(planned: readonly ReportTask[], coverage: Coverage): Report["quality"] {
  const present = planned.filter(({ bytes }) => bytes !== null);
  const all = present.flatMap((task) => task.checks);
  const count = (status: Outcome["status"], of = all) => of.filter((one) => one.status === status).length;
  const ran = count("pass") + count("partial") + count("fail");
  const tests = present.flatMap(({ path, checks: own }) =>
    /(^|\/)test_[^/]*\.py$/.test(path) ? own.flatMap((one) => one.tests ?? []) : [],
  );
  const sum = (key: "passed" | "failed" | "skipped") => tests.reduce((total, one) => total + one[key], 0);
  return {
    files: present.length,
    lines: present.reduce((total, { lines }) => total + (lines ?? 0), 0),
    bytes: present.reduce((total, { bytes }) => total + (bytes ?? 0), 0),
    outcomes: CHECK_IDS.map((id) => {
      const own = all.filter(({ check }) => check === id);
      const counted = Object.fromEntries(STATUSES.map((status) => [status, count(status, own)])) as Record<
        (typeof STATUSES)[number],
        number
      >;
      return { check: id, label: checks[id].label, tools: toolsOf(own), ...counted };
    }),
    passingShare: ran === 0 ? null : (count("pass") + count("partial")) / ran,
    tests: tests.length === 0 ? null : { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") },
    coverage: isMeasured(coverage) ? coverage : null,
    sandboxes: [...new Set(all.flatMap(({ sandbox }) => sandbox ?? []))].sort(),
    notMeasured: [
      ...(isMeasured(coverage) ? [] : [`Test coverage. ${coverage.reason}`]),
      ...(present.some(({ checks: own }) => own.length === 0)
        ? [
            `${present.filter(({ checks: own }) => own.length === 0).length} files: no check has run on them as they stand.`,
          ]
        : []),
    ],
  };
}
