import { reviewAnswers } from "#lib/core/design/facts.ts";
import { decide } from "#lib/core/project/decide.ts";
import type { CheckpointId, ProjectState } from "#lib/core/project/state.ts";
import type { Result } from "#lib/core/result.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";
import { prepareRun } from "./enqueue-run.ts";
import { loadGeneration } from "./load-generation.ts";

/**
 * Runs the critic on the design as it stands and keeps the result with the design's hash. Needs the stages before it
 * confirmed. A review of a complete design asks in the background for the proof of the repository it gives.
 */
export async function runReview(
  caller: Caller,
  projectId: string,
  checkpoint: CheckpointId,
): Promise<Result<ProjectState>> {
  const generation = checkpoint === 2 ? await loadGeneration(caller, projectId) : null;
  const run = generation?.ok
    ? await prepareRun(generation.value, { kind: "feasibility", paths: [], actor: caller.actor })
    : null;
  return changeProject(
    changeBy(caller, projectId),
    [],
    (state) => decide(state, { type: "run-review", checkpoint, review: reviewAnswers(state.answers, checkpoint) }),
    async (tx) => {
      if (run?.ok) await run.value(tx);
    },
  );
}
