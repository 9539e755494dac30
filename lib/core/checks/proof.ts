import type { FileUnderCheck, Outcome, SandboxName } from "./check.ts";
import type { Coverage } from "./coverage.ts";

/** A repository as it stood when its proof was asked for; nothing in it is read from anywhere else. */
export interface RepositoryUnderCheck {
  packageName: string;
  /** `minor` of the floor, 3.minor. */
  floorMinor: number;
  /** Name of the variable with the address of an empty database for the tests; null where the design has no Postgres. */
  testDatabaseVariable: string | null;
  /** Every file that has a text, with what the static checks need to know about it. */
  files: readonly FileUnderCheck[];
  /** Planned files without a text: what needs them waits, it does not fail. */
  missing: readonly { path: string; task: string }[];
}

/** The isolation a person is told about (HARDENING, "Sandbox tiers"). */
export type Isolation = "container" | "container with gVisor" | "child process";

/** One part of a run, as the page shows its progress. */
export interface ProofStep {
  /** In words for people: "Type check (mypy)". */
  label: string;
  state: "running" | "done" | "failed" | "skipped";
  /** Milliseconds on the clock of the worker; absent while it runs. */
  durationMs?: number;
  /** What came out, in a few words: "87 tests passed". */
  summary?: string;
}

/** What a sandbox found about some files of one repository. */
export interface Proof {
  sandbox: SandboxName;
  isolation: Isolation;
  /** Digest of image and tools; part of the key under which verdicts are remembered. */
  toolchain: string;
  /** By path, in the order of the catalog of checks. */
  outcomes: Record<string, Outcome[]>;
  /** What all tests covered, or why that is not known; null unless the whole repository was asked for. */
  coverage: Coverage | null;
  steps: ProofStep[];
}
