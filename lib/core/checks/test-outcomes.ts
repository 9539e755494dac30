import type { CheckFinding, Outcome } from "./check.ts";
import { counted, endedOutcome, skippedOutcome, type Toolchain } from "./container-check.ts";
import type { RelatedTests } from "./test-plan.ts";
import type { FileCounts, TestFailure, TestReport } from "./test-report.ts";

interface Asked {
  toolchain: Toolchain;
  /** By path: the tests that reach it. */
  asked: ReadonlyMap<string, RelatedTests>;
}

const MAX_FINDINGS = 20;

/** What the sessions say about each file: by the tests that reach it, all of which must have run and passed. */
export function testOutcomes({ asked, toolchain }: Asked, reports: readonly TestReport[]): Map<string, Outcome> {
  const tool = `pytest ${toolchain.versions.pytest}, Python ${toolchain.versions.python}`;
  // The later session speaks: an earlier one was ended by another file.
  const reportOf = (test: string) => reports.findLast((report) => report.asked.includes(test));
  return new Map([...asked].map(([path, related]) => [path, outcomeOf(path, related, reportOf, tool)]));
}

function outcomeOf(
  path: string,
  { ready, waiting }: RelatedTests,
  reportOf: (test: string) => TestReport | undefined,
  tool: string,
): Outcome {
  const of = ready.map((test) => ({ test, report: reportOf(test) }));
  const stopped = of.find(({ report }) => !report || report.ended);
  if (stopped) return stoppedOutcome(stopped.test, stopped.report, tool);
  const failures = of.flatMap(({ test, report }) => report?.failures.filter(({ file }) => file === test) ?? []);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { test, report } of of) {
    const own = report?.files.get(test);
    counts.passed += own?.passed ?? 0;
    counts.failed += own?.failed ?? 0;
    counts.skipped += (own?.skipped ?? 0) + (own?.deselected ?? 0);
  }
  const base = { check: "tests" as const, findings: [], tool, sandbox: "docker" as const, counts };
  if (counts.failed > 0)
    return {
      ...base,
      status: "fail",
      findings: failures.slice(0, MAX_FINDINGS).map((one) => finding(path, one)),
    };
  const database = of.find(({ report }) => report?.database && report.database !== "ready")?.report?.database;
  const lack = database ? `PostgreSQL did not start in the sandbox: ${database}.` : null;
  if (lack && counts.passed === 0) return { ...skippedOutcome("tests", lack), counts };
  const unproved = of
    .map(({ test, report }) => ({ test, why: doubt(test, report as TestReport, lack !== null) }))
    .find(({ why }) => why !== null);
  if (unproved) return { ...noTestRan(unproved.why as string, unproved.test === path, tool), counts };
  if (lack && counts.skipped > 0) return { ...base, status: "partial", reason: lack };
  const [first] = waiting;
  if (first)
    return {
      ...base,
      status: "partial",
      reason: `${counted(waiting.length, "test file")} could not run yet. ${first.path}: ${first.reason}`,
    };
  return { ...base, status: "pass" };
}

/** Why the tests of a file prove nothing although none of them failed; null when they do prove something. */
function doubt(test: string, report: TestReport, mayBeSkipped: boolean): string | null {
  const own: FileCounts | undefined = report.files.get(test);
  if (!own || own.collected === 0) return `pytest found no test in ${test}.`;
  const ran = own.passed + own.skipped;
  if (own.deselected >= own.collected) return `Every test of ${test} was deselected.`;
  if (ran < own.collected - own.deselected)
    return `${own.collected - own.deselected - ran} of ${own.collected} tests in ${test} did not run.`;
  if (own.passed === 0 && !mayBeSkipped)
    return `Every test of ${test} was skipped: ${report.skips[test] ?? "no reason was given"}.`;
  if (own.passed > 0 && !report.honest.has(test))
    return `A test that must fail was not reported as failed in ${test}: something rewrites the results.`;
  return null;
}

function noTestRan(why: string, inThisFile: boolean, tool: string): Outcome {
  const outcome = endedOutcome("tests", tool, "no test ran", why, "Let pytest collect and run every test of the file.");
  return inThisFile ? { ...outcome, findings: outcome.findings.map((one) => ({ ...one, line: 1 })) } : outcome;
}

function stoppedOutcome(test: string, report: TestReport | undefined, tool: string): Outcome {
  return endedOutcome(
    "tests",
    tool,
    report?.ended ?? "crashed",
    `The tests in ${test} did not come to their end: ${report?.because ?? "they were not reached"}.`,
    "Look for code that ends the process, never returns, uses too much memory, or changes what tests report.",
  );
}

/** A failure as a file sees it: at the line of that file through which it went. */
function finding(path: string, { file, id, when, message, frames }: TestFailure): CheckFinding {
  const line = frames.findLast(([place]) => place === path)?.[1];
  const inner = frames.at(-1);
  const name = id.slice(id.indexOf("::") + 2) || id;
  const what =
    when === "import" ? `${file} cannot be imported` : when === "call" ? `${name} fails` : `${name} fails in ${when}`;
  const elsewhere = inner && inner[0] !== path ? ` (${inner[0]}:${inner[1]})` : "";
  return {
    code: when === "import" ? "test-import" : "test-failed",
    message: `${what}${path === file ? "" : `, a test in ${file}`}: ${message}${elsewhere}`,
    mend:
      line === undefined && inner
        ? `The test reaches this file; look at ${inner[0]}:${inner[1]} first.`
        : "Make the code do what the test says, or mend the test.",
    ...(line === undefined ? {} : { line }),
  };
}
