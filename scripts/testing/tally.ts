import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** What became of the tests of one suite. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: { name: string; reason: string }[];
  /** Failed first and passed when it was tried again; counted as passed, and always named with what it said. */
  unsteady: { name: string; reason: string }[];
}

export const noTests = (): Tally => ({ passed: 0, failed: 0, skipped: [], unsteady: [] });

/** Adds the numbers of another tally. */
export function addTally(sum: Tally, { passed, failed, skipped, unsteady }: Tally): void {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped.push(...skipped);
  sum.unsteady.push(...unsteady);
}

/**
 * Another try for tests that lean on what is not ours: a browser, the Docker engine, a package index. In CI only, so that
 * one bad moment of theirs does not stop a change; nobody else is spared the look at a failure.
 */
export const secondTries = (): number => (process.env.CI ? 1 : 0);

/** One line for one test file, the same for every runner. */
export function fileLine(file: string, tally: Tally, milliseconds: number): string {
  const counts = [
    tally.passed > 0 ? `${tally.passed} passed` : "",
    tally.failed > 0 ? `${tally.failed} failed` : "",
    tally.unsteady.length > 0 ? `${tally.unsteady.length} on the second try` : "",
    tally.skipped.length > 0 ? `${tally.skipped.length} skipped` : "",
  ].filter(Boolean);
  const sign = tally.failed > 0 ? "✗" : tally.passed > 0 ? "✓" : "-";
  return `${sign} ${file}  ${counts.join(", ") || "no tests"}  ${(milliseconds / 1000).toFixed(1)} s`;
}

/** Reporters run inside the runners; the numbers reach `npm test` through this file. */
export const TALLY_FILE = "PLUMBLINE_TALLY";

export function writeTally(tally: Tally): void {
  const file = process.env[TALLY_FILE];
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(tally));
}

/** Reads and removes what a runner wrote; a runner that wrote nothing has failed as a whole. */
export function takeTally(file: string): Tally {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Tally;
  } catch {
    return { ...noTests(), failed: 1 };
  } finally {
    rmSync(file, { force: true });
  }
}
