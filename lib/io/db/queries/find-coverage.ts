import { COVERAGE_AT, type Coverage } from "#lib/core/checks/coverage.ts";
import { db } from "../client.ts";

/** What is remembered of the tests of a repository: a pure function of its settings, its code and the tools. */
export interface FoundCoverage {
  toolchain: string;
  coverage: Coverage;
}

/** Figures for one repository, the newest first. `sha256`: of its settings; `context`: of all else. */
export async function findCoverage(sha256: string, context: string): Promise<FoundCoverage[]> {
  const rows = await db().checkRun.findMany({
    where: { sha256, path: COVERAGE_AT, check: "coverage", context },
    orderBy: { at: "desc" },
  });
  return rows.map(({ toolchain, outcome }) => ({ toolchain, coverage: outcome as unknown as Coverage }));
}
