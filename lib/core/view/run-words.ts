import type { RunKind, RunStatus } from "../checks/run.ts";
import type { RunsView, RunView, SandboxView } from "./runs-view.ts";

/** Milliseconds as people say them: "850 ms", "3.2 s", "2 min 5 s". */
export function durationWords(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** What a run proves, in words. */
export const RUN_KIND_WORDS: Readonly<Record<RunKind, string>> = {
  draft: "One draft",
  repository: "Whole repository",
  feasibility: "Feasibility of the design",
};

/** Where a run stands, in words. */
export const RUN_STATUS_WORDS: Readonly<Record<RunStatus, string>> = {
  queued: "Waiting",
  running: "Running",
  done: "Done",
  cancelled: "Cancelled",
  crashed: "Crashed",
};

/** In what a run ran, in one word for the same thing; what is written of an older run may name its sandbox only. */
export const isolationWords = ({ isolation, sandbox }: Pick<RunView, "isolation" | "sandbox">): string =>
  isolation ?? (sandbox === "docker" ? "container" : sandbox === "embedded" ? "child process" : "–");

/** Which sandbox serves, in a few words and in a sentence; `tone` null when all is as it should be. */
export function sandboxWords({ driver, state, detail }: SandboxView): {
  short: string;
  long: string;
  tone: "notice" | "warn" | null;
} {
  if (driver === "docker" && state === "ready")
    return {
      short: "container",
      long: detail || "Every check runs in a container without network.",
      tone: null,
    };
  if (driver === "docker" && state === "building")
    return {
      short: "Docker image is being built",
      long: `${detail || "The validation image is being built."} Until then files are read here, and nothing is executed.`,
      tone: "notice",
    };
  if (driver === "docker")
    return {
      short: "embedded; Docker failed",
      long: detail || "The validation image could not be made.",
      tone: "warn",
    };
  if (driver === "none") return { short: "none; Docker is required", long: detail, tone: "warn" };
  return { short: "embedded; types and tests need Docker", long: detail, tone: null };
}

/** Whether a run may be asked for: containers are offered, or will be; without them nothing is queued for nothing. */
export const takesRuns = ({ driver, state }: SandboxView): boolean =>
  driver === "none" || (driver === "docker" && state !== "failed");

/** Whether a run is still to end. */
export const isLive = ({ status }: Pick<RunView, "status">): boolean => status === "queued" || status === "running";

/** The run that judges a path now, or else the last one that did; a run of the whole repository is one of them. */
export function runOfFile({ runs }: RunsView, path: string): RunView | null {
  const own = runs.filter((run) => run.kind !== "feasibility" && run.paths.includes(path));
  return own.find(isLive) ?? own[0] ?? null;
}

/** What is going on about each path right now; paths about which nothing is going on are not there. */
export function liveStates(view: RunsView | null): Map<string, "queued" | "running"> {
  const states = new Map<string, "queued" | "running">();
  for (const { status, kind, paths } of view?.runs ?? [])
    if (kind !== "feasibility" && (status === "running" || status === "queued"))
      for (const path of paths) if (states.get(path) !== "running") states.set(path, status);
  return states;
}

/** The step a run is in, with its number: "Tests (pytest), step 3". */
export function stepWords({ status, ahead, steps }: RunView): string {
  if (status === "queued")
    return ahead ? (ahead === 1 ? "One run is in front of it." : `${ahead} runs are in front of it.`) : "It is next.";
  const at = steps.findLastIndex(({ state }) => state === "running");
  return at < 0 ? "The sandbox is being prepared." : `${steps[at]?.label}, step ${at + 1}`;
}
