import { reviewAnswers } from "#lib/core/design/facts.ts";
import { decide } from "#lib/core/project/decide.ts";
import type { CheckpointId, ProjectState } from "#lib/core/project/state.ts";
import type { Result } from "#lib/core/result.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";

/** Runs the critic on the design as it stands and keeps the result with the design's hash. Needs the stages before it confirmed. */
export function runReview(caller: Caller, projectId: string, checkpoint: CheckpointId): Promise<Result<ProjectState>> {
  return changeProject(changeBy(caller, projectId), [], (state) =>
    decide(state, { type: "run-review", checkpoint, review: reviewAnswers(state.answers, checkpoint) }),
  );
}
