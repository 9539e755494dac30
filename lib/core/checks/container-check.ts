import type { CheckId, Ending, Outcome } from "./check.ts";
import type { Coverage } from "./coverage.ts";
import type { RepositoryUnderCheck } from "./proof.ts";

/** One command of a job; the repository stands in the folder `repository`, our own programs in `proof`. */
export interface JobCommand {
  id: string;
  argv: readonly string[];
  wallMs: number;
  env?: Record<string, string>;
  cwd?: string;
  /** Both channels together. */
  outputBytes?: number;
}

/** What a command left behind: its output and its exit code, nothing else. */
export interface CommandResult {
  id: string;
  /** Null when it was ended from outside. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
  ended: Ending | null;
}

/** What runs in one container, used once. */
export interface ContainerJob {
  /** Beside the repository: path under /job and text. */
  files: readonly { path: string; text: string }[];
  commands: readonly JobCommand[];
  memoryMb?: number;
  cpus?: number;
}

/** What a check found, by path, and in a few words for people. */
export interface Reading {
  outcomes: ReadonlyMap<string, Outcome>;
  summary: string;
  /** What all tests covered, from the check that runs them; absent unless the whole repository was asked for. */
  coverage?: Coverage;
  /** More to run before all is known: what was asked for, without what ended the job. */
  again?: Plan;
}

/** How a check will be run for some files; without a job there is nothing to run. */
export interface Plan {
  /** Outcomes that are certain beforehand: what does not apply, and why. */
  known: ReadonlyMap<string, Outcome>;
  job: ContainerJob | null;
  read(results: readonly CommandResult[]): Reading;
}

/** What the container has. */
export interface Toolchain {
  /** Minor of its Python, 3.minor. */
  pythonMinor: number;
  /** Versions of the tools by name. */
  versions: Readonly<Record<string, string>>;
  /** Our own programs that run beside the repository, by name. */
  programs: Readonly<Record<string, string>>;
  /** A secret for one job, never used twice. */
  secret(): string;
}

/** A check that runs programs over the repository in a container. Decides what to run and reads what came out. */
export interface ContainerCheck {
  id: CheckId;
  /** In words for people: "Type check (mypy)". */
  label: string;
  plan(repository: RepositoryUnderCheck, paths: readonly string[], toolchain: Toolchain): Plan;
}

/** Where the repository stands in a container. */
export const REPOSITORY = "/job/repository";

/** Nothing was run, for a reason. */
export const skippedOutcome = (check: CheckId, reason: string): Outcome => ({
  check,
  status: "skipped",
  reason,
  findings: [],
  tool: "none",
});

/** What is told about a tool that did not come to its end: never a pass. */
export const endedOutcome = (check: CheckId, tool: string, ended: Ending, message: string, mend: string): Outcome => ({
  check,
  status: "fail",
  findings: [{ code: ended.replaceAll(" ", "-"), message, mend }],
  tool,
  sandbox: "docker",
  ended,
});

/** "1 file", "3 files". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** The last line of what a program said; programs put the reason there. */
export const lastLine = (text: string): string => text.trim().split("\n").at(-1)?.trim().slice(0, 300) ?? "";
