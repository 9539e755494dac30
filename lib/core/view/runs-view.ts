import { type CheckId, checks, type SandboxName } from "../checks/check.ts";
import type { Isolation, ProofStep } from "../checks/proof.ts";
import type { FileStatus, OutcomeCounts, RunKind, RunProgress, RunStatus } from "../checks/run.ts";
import type { Actor } from "../project/state.ts";

/** Where files are proved right now, and how far it is. */
export interface SandboxView {
  /** `none`: Docker is required by the settings, and no worker offers it. */
  driver: SandboxName | "none";
  /** `building`: the validation image is being made; `absent`: no worker is alive. */
  state: "ready" | "building" | "failed" | "absent";
  /** Progress of the image, or why there is no Docker, in words. */
  detail: string;
  /** Workers that are alive. */
  workers: number;
}

/** One check over all files of a run. */
export interface CheckTally extends OutcomeCounts {
  check: CheckId;
  label: string;
}

/** One validation, as pages show it. Says nothing about time that goes by: it changes only when something happened. */
export interface RunView {
  id: string;
  kind: RunKind;
  status: RunStatus;
  /** Who asked for it. */
  by: Actor;
  paths: string[];
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** From the start of the last attempt to the verdict. */
  durationMs: number | null;
  /** Which sandbox spoke; null before it did. */
  sandbox: SandboxName | null;
  isolation: Isolation | null;
  steps: ProofStep[];
  counts: OutcomeCounts;
  /** How many are in front of it in the whole queue; null unless queued. */
  ahead: number | null;
  /** Why it was cancelled or crashed, or what a person should know about how it ran. */
  reason: string;
  /** In the order of the catalog of checks; empty until done. */
  byCheck: CheckTally[];
  /** Empty until done. */
  byFile: Record<string, FileStatus>;
}

export interface RunsView {
  sandbox: SandboxView;
  /** Newest first. */
  runs: RunView[];
}

/** A run as its row has it. */
export interface RunRow {
  id: string;
  kind: RunKind;
  status: RunStatus;
  actor: Actor;
  paths: string[];
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  sandbox: string;
  reason: string;
  progress: RunProgress;
}

/** A living worker, as its row has it. */
export interface WorkerRow {
  sandbox: SandboxName;
  state: "ready" | "building" | "failed";
  detail: string;
  /** Digest of its image and tools; empty until they are known. */
  toolchain: string;
}

const NOTHING: OutcomeCounts = { passed: 0, failed: 0, skipped: 0, partial: 0 };

/** A run as plain data. `ahead`: how many wait in front of it. */
export function runView(row: RunRow, ahead: number | null): RunView {
  const { progress, startedAt, finishedAt } = row;
  const byCheck = progress.summary?.byCheck ?? {};
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    by: row.actor,
    paths: row.paths,
    createdAt: row.createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    durationMs: startedAt && finishedAt ? Math.max(0, finishedAt.getTime() - startedAt.getTime()) : null,
    sandbox: row.sandbox === "" ? null : (row.sandbox as SandboxName),
    isolation: progress.isolation ?? null,
    steps: progress.steps ?? [],
    counts: progress.summary?.counts ?? NOTHING,
    ahead: row.status === "queued" ? ahead : null,
    reason: row.reason,
    byCheck: Object.values(checks).flatMap(({ id, label }) =>
      byCheck[id] ? [{ check: id, label, ...byCheck[id] }] : [],
    ),
    byFile: progress.summary?.byFile ?? {},
  };
}

/** What the living workers offer together: the best of them speaks. `required`: the settings demand Docker. */
export function sandboxView(workers: readonly WorkerRow[], required: boolean): SandboxView {
  const docker = (["ready", "building", "failed"] as const)
    .map((state) => workers.find((worker) => worker.sandbox === "docker" && worker.state === state))
    .find((worker) => worker !== undefined);
  if (docker) return { driver: "docker", state: docker.state, detail: docker.detail, workers: workers.length };
  const [first] = workers;
  if (required)
    return {
      driver: "none",
      state: first ? "failed" : "absent",
      detail: first?.detail || "No worker is running; runs wait until one starts.",
      workers: workers.length,
    };
  return {
    driver: "embedded",
    state: first ? "ready" : "absent",
    detail: first?.detail || "No worker is running; files are read here, and nothing is executed.",
    workers: workers.length,
  };
}
