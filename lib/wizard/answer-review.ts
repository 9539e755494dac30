import { decide } from "#lib/core/project/decide.ts";
import type { CheckpointId, ProjectState, ReviewResponse } from "#lib/core/project/state.ts";
import type { Result } from "#lib/core/result.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";

/** Answers a review: proceed (with a written reason per blocker), revise or clarify. Refused when the review is stale. */
export function answerReview(
  caller: Caller,
  projectId: string,
  checkpoint: CheckpointId,
  response: ReviewResponse,
): Promise<Result<ProjectState>> {
  return changeProject(changeBy(caller, projectId), [], (state) =>
    decide(state, { type: "answer-review", checkpoint, response }),
  );
}
