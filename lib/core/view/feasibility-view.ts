import { takesRuns } from "./run-words.ts";
import type { CheckTally, RunView, SandboxView } from "./runs-view.ts";

/** The newest proof of a whole design. `current`: it is for the design as it stands. */
export interface FeasibilityRun {
  run: RunView;
  current: boolean;
}

/** One file of the design that did not prove. */
export interface FailingFile {
  path: string;
  /** Labels of the checks that failed. */
  checks: string[];
}

/** What really ran for a design. */
export type Feasibility =
  | { kind: "not-run"; because: string; canAsk: boolean }
  | { kind: "live"; run: RunView }
  | { kind: "stopped"; run: RunView }
  | { kind: "done"; run: RunView; current: boolean; proved: boolean; tallies: CheckTally[]; failing: FailingFile[] };

/** What one can say about whether a design works, from the run that was asked for with its review. */
export function feasibility(found: FeasibilityRun | null, sandbox: SandboxView | null): Feasibility {
  if (!found || (!found.current && found.run.status !== "done")) return { kind: "not-run", ...notRun(sandbox) };
  const { run, current } = found;
  if (run.status === "queued" || run.status === "running") return { kind: "live", run };
  if (run.status !== "done") return { kind: "stopped", run };
  const labels = new Map(run.byCheck.map(({ check, label }) => [check, label]));
  const failing = Object.entries(run.byFile)
    .filter(([, { status }]) => status === "fail")
    .map(([path, { failed }]) => ({ path, checks: failed.map((id) => labels.get(id) ?? id) }));
  return {
    kind: "done",
    run,
    current,
    proved: failing.length === 0 && run.counts.failed === 0,
    tallies: run.byCheck,
    failing,
  };
}

function notRun(sandbox: SandboxView | null): { because: string; canAsk: boolean } {
  if (sandbox && takesRuns(sandbox))
    return { because: "It was not asked for yet. The review asks for it; you can too.", canAsk: true };
  const why = sandbox?.driver === "docker" ? sandbox.detail : "There is no Docker here.";
  return { because: `${why} Types, tests and the build execute code, so they run in a container only.`, canAsk: false };
}
