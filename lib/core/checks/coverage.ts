import * as z from "zod";

const count = z.number().int().min(0);

/** Statements and branches that there are, and those that ran. Without branch measurement there are no branches. */
const counts = z.object({ statements: count, covered: count, branches: count, coveredBranches: count });

export type CoverageCounts = z.infer<typeof counts>;

/** What all tests of a repository covered, by its own settings. */
export const measuredCoverageSchema = z.object({
  tool: z.string().describe("Name and version of what measured"),
  branch: z.boolean().describe("Whether branches were measured beside statements"),
  floor: z.number().nullable().describe("Percent below which the repository's own run fails (fail_under)"),
  total: counts,
  files: z.array(counts.extend({ path: z.string() })),
});

export type MeasuredCoverage = z.infer<typeof measuredCoverageSchema>;

const unmeasured = z.object({ reason: z.string().describe("Why there is no figure") });

/** A figure, or the reason why there is none. */
export const coverageSchema = z.union([measuredCoverageSchema, unmeasured]);

export type Coverage = z.infer<typeof coverageSchema>;

/** Whether there is a figure. */
export const isMeasured = (coverage: Coverage): coverage is MeasuredCoverage => "total" in coverage;

/** What ran of all there is, in percent, as coverage.py counts it: statements and branches together. */
export function coveredPercent({ statements, covered, branches, coveredBranches }: CoverageCounts): number {
  const all = statements + branches;
  return all === 0 ? 100 : (100 * (covered + coveredBranches)) / all;
}

/** "93.8 %". Rounded down: what is shown as reached is reached. */
export const coverageWords = (of: CoverageCounts): string =>
  `${(Math.floor(coveredPercent(of) * 10) / 10).toFixed(1)} %`;

/** What a figure stands on: "1108 of 1169 statements and 106 of 124 branches; the floor of 85 % is reached". */
export function coverageRan({ total, branch, floor }: MeasuredCoverage): string {
  const ran = [
    `${total.covered} of ${total.statements} statements`,
    ...(branch ? [`${total.coveredBranches} of ${total.branches} branches`] : []),
  ].join(" and ");
  const bar =
    floor === null ? "" : `; the floor of ${floor} % is ${coveredPercent(total) < floor ? "not reached" : "reached"}`;
  return `${ran}${bar}`;
}

/** The figure of a repository in one sentence: "93.8 %, 1108 of ...". */
export const coverageSentence = (measured: MeasuredCoverage): string =>
  `${coverageWords(measured.total)}, ${coverageRan(measured)}`;

/** Said while no proof of all files as they stand has measured: the figure is about all tests together. */
export const UNMEASURED = "A proof of the whole repository in a container measures it; none has run on these files.";

/** The file under which a figure is remembered: it holds the settings, and no repository with tests is without it. */
export const COVERAGE_AT = "pyproject.toml";
