import type { PlanState } from "../project/state.ts";
import type { CheckId, Outcome } from "./check.ts";
import type { Isolation, ProofStep } from "./proof.ts";

/** `draft`: one text and what depends on it; `repository`: every file; `feasibility`: the same, for a design under review. */
export const RUN_KINDS = ["draft", "repository", "feasibility"] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** The last three are final: a run reaches exactly one of them, once. */
export const RUN_STATUSES = ["queued", "running", "done", "cancelled", "crashed"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** One file of the repository as it stood when the run was asked for; its text is the content of that hash. */
export interface SnapshotFile {
  path: string;
  sha256: string;
}

/** A project's design, plan and texts at one moment: a worker needs nothing else, and nothing later can change it. */
export interface RunSnapshot {
  /** The answers document. */
  answers: Record<string, unknown>;
  plan: PlanState;
  files: SnapshotFile[];
}

/** How many outcomes of each kind. */
export interface OutcomeCounts {
  passed: number;
  failed: number;
  skipped: number;
  partial: number;
}

/** What became of one file: its worst outcome, and which checks failed. */
export interface FileStatus {
  status: Outcome["status"];
  failed: CheckId[];
}

/** The short form of a proof, small enough to be sent with every change. */
export interface ProofSummary {
  counts: OutcomeCounts;
  byCheck: Partial<Record<CheckId, OutcomeCounts>>;
  byFile: Record<string, FileStatus>;
}

/** What a run's row holds while it goes on; `summary` is there once it is done. */
export interface RunProgress {
  steps?: ProofStep[];
  isolation?: Isolation;
  summary?: ProofSummary;
}

const none = (): OutcomeCounts => ({ passed: 0, failed: 0, skipped: 0, partial: 0 });
const KEY = { pass: "passed", fail: "failed", skipped: "skipped", partial: "partial" } as const;

/** Worst first. A file none of whose checks could run is skipped, never passed. */
const WORST: readonly Outcome["status"][] = ["fail", "pending", "partial", "pass", "skipped"];

/** Counts outcomes by check and names the worst of each file. */
export function summarise(outcomes: Readonly<Record<string, readonly Outcome[]>>): ProofSummary {
  const summary: ProofSummary = { counts: none(), byCheck: {}, byFile: {} };
  for (const [path, ofFile] of Object.entries(outcomes)) {
    for (const { check, status } of ofFile) {
      if (status === "pending") continue;
      summary.byCheck[check] ??= none();
      (summary.byCheck[check] as OutcomeCounts)[KEY[status]]++;
      summary.counts[KEY[status]]++;
    }
    summary.byFile[path] = {
      status: WORST.find((status) => ofFile.some((one) => one.status === status)) ?? "skipped",
      failed: ofFile.filter(({ status }) => status === "fail").map(({ check }) => check),
    };
  }
  return summary;
}
