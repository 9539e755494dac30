import * as z from "zod";
import type { Ending } from "./check.ts";
import { type CommandResult, lastLine } from "./container-check.ts";
import { type Coverage, coverageSchema } from "./coverage.ts";

/** Why a test failed, with the lines of the repository it went through, the innermost last. */
const failure = z.object({
  file: z.string(),
  id: z.string(),
  when: z.string(),
  message: z.string(),
  frames: z.array(z.tuple([z.string(), z.number()])),
});

export type TestFailure = z.infer<typeof failure>;

const count = z.number().default(0);
const fileCounts = z.object({ collected: count, passed: count, failed: count, skipped: count, deselected: count });

export type FileCounts = z.infer<typeof fileCounts>;

const written = z.object({
  exit: z.number(),
  ended: z.enum(["time limit", "memory limit", "output limit"]).nullable(),
  at: z.string().nullable(),
  finished: z.boolean(),
  tampered: z.string().nullable(),
  files: z.record(z.string(), fileCounts),
  failures: z.array(failure),
  skips: z.record(z.string(), z.string()),
  canaries: z.record(z.string(), z.boolean()),
  database: z.string().nullable(),
  coverage: coverageSchema.nullable(),
  output: z.string(),
});

/** What one session of tests came to. */
export interface TestReport {
  /** The files it was to run. */
  asked: readonly string[];
  /** Set when the session did not come to its own end, or when what it told cannot be believed. */
  ended: Ending | null;
  /** In words, when `ended` is set. */
  because: string;
  /** The file of the test that was running then. */
  culprit: string | null;
  files: ReadonlyMap<string, FileCounts>;
  failures: readonly TestFailure[];
  skips: Readonly<Record<string, string>>;
  /** Files in which a test that must fail was reported as failed. */
  honest: ReadonlySet<string>;
  /** "ready", why there was none, or null where none was asked for. */
  database: string | null;
  /** Null where it was not asked for, or where the session did not come to its end. */
  coverage: Coverage | null;
}

/** pytest ends with 1 when a test failed; one always does, because each file ends with a test that must fail. */
const EXPECTED_EXITS = [0, 1, 5];

/** Reads what the supervisor of a session wrote behind its secret. Everything else on the channel is ignored. */
export function readReport(secret: string, asked: readonly string[], result: CommandResult | undefined): TestReport {
  const line = result?.stdout.split("\n").findLast((one) => one.startsWith(secret));
  const read = written.safeParse(line === undefined ? null : json(line.slice(secret.length)));
  if (!read.success)
    return broken(asked, result?.ended ?? "crashed", lastLine(result?.stderr ?? "") || "it ended without a report");
  const { exit, ended, at, finished, tampered, files, failures, skips, canaries, database, coverage, output } =
    read.data;
  const report: TestReport = {
    asked,
    ended: null,
    because: "",
    culprit: at?.split("::")[0] ?? null,
    files: new Map(Object.entries(files)),
    failures,
    skips,
    honest: new Set(Object.keys(canaries).filter((file) => canaries[file])),
    database,
    coverage,
  };
  if (tampered) return { ...report, ended: "crashed", because: `the report was tampered with: ${tampered}` };
  if (ended) return { ...report, ended, because: `${at ?? "the session"} reached the ${ended}` };
  if (!finished || !EXPECTED_EXITS.includes(exit) || (exit === 0 && Object.keys(canaries).length > 0)) {
    const where = at ? `at ${at}` : "before the first test";
    const said = lastLine(output);
    return {
      ...report,
      ended: "crashed",
      because: `the process ended ${where} with code ${exit}${said ? `: ${said}` : ""}`,
    };
  }
  return report;
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const broken = (asked: readonly string[], ended: Ending, because: string): TestReport => ({
  asked,
  ended,
  because,
  culprit: null,
  files: new Map(),
  failures: [],
  skips: {},
  honest: new Set(),
  database: null,
  coverage: null,
});
