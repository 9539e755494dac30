import { isTestFile } from "./closure.ts";
import { counted } from "./container-check.ts";
import type { Coverage } from "./coverage.ts";
import { declaredDependencies } from "./imports.ts";
import type { RepositoryUnderCheck } from "./proof.ts";
import type { TestReport } from "./test-report.ts";

/**
 * Why the tests of a repository cannot be measured, before anything runs; null when they can. Undefined where the proof
 * is not about the whole repository: nobody asked.
 */
export function whyUnmeasured(
  repository: RepositoryUnderCheck,
  paths: readonly string[],
  waiting: readonly { path: string; reason: string }[],
): string | null | undefined {
  const tests = repository.files.map(({ path }) => path).filter(isTestFile);
  const asked = new Set(paths);
  if (!repository.files.every(({ path }) => !path.endsWith(".py") || asked.has(path))) return undefined;
  if (tests.length === 0) return "The repository has no tests.";
  const pyproject = repository.files.find(({ path }) => path === "pyproject.toml")?.text ?? "";
  const { runtime, development } = declaredDependencies(pyproject);
  if (!runtime.has("pytest_cov") && !development.has("pytest_cov"))
    return "The repository does not ask for pytest-cov, so its own test run measures none either.";
  const [first] = waiting;
  return first ? `${counted(waiting.length, "test file")} could not run yet. ${first.path}: ${first.reason}` : null;
}

/** The figure of a session, unless something in it makes the figure worth nothing. */
export function coverageOf(reports: readonly TestReport[]): Coverage {
  const ended = reports.find((report) => report.ended);
  if (ended) return { reason: `The tests were cut short: ${ended.because}.` };
  const report = reports.at(-1);
  if (!report) return { reason: "No test ran." };
  const { failures, files, honest, database, coverage } = report;
  if (database !== null && database !== "ready")
    return { reason: `PostgreSQL did not start in the sandbox: ${database}.` };
  const found = [...files];
  const failed = found.reduce((sum, [, { failed: own }]) => sum + own, 0);
  if (failed > 0 || failures.length > 0) return { reason: `${counted(failed, "test")} failed.` };
  const silent = found.find(
    ([path, own]) => (own.passed > 0 && !honest.has(path)) || own.passed + own.skipped + own.deselected < own.collected,
  );
  if (silent) return { reason: `Not every test of ${silent[0]} told how it ended.` };
  return coverage ?? { reason: "The session told nothing about it." };
}
