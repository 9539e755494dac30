import type { Review } from "../critic/review.ts";
import { err, ok, type Problem, type Result, refuse } from "../result.ts";
import { checkpointHash, isReviewed } from "./progress.ts";
import { cleanReasons } from "./reasons.ts";
import type { CheckpointId, ProjectEvent, ProjectState, ReviewResponse } from "./state.ts";

/** Answers a review of exactly this design; proceeding needs every written reason. */
export function answerReview(
  state: ProjectState,
  checkpoint: CheckpointId,
  response: ReviewResponse,
): Result<ProjectEvent[]> {
  const record = state.reviews[checkpoint];
  if (!record) return refuse("review", "not-run", "This review has not been run.", "Run it, then answer it.");
  if (record.designHash !== checkpointHash(state, checkpoint))
    return refuse(
      "review",
      "stale-review",
      "The design changed since this review was run.",
      "Run the review again; it judges one exact design.",
    );
  if (response.kind === "proceed") {
    const open = reasonsForProceeding(record.review).filter(({ path }) => !response.reasons[path]?.trim());
    if (open.length > 0) return err(open);
    const reasons = cleanReasons(response.reasons);
    if (!reasons.ok) return reasons;
    if (isReviewed(state, checkpoint)) return ok([]);
    return ok([{ type: "review-answered", checkpoint, response: { kind: "proceed", reasons: reasons.value } }]);
  }
  return ok([{ type: "review-answered", checkpoint, response }]);
}

/** The written reasons that going on with a review needs: one per blocker, and one when the band is the lowest. */
export function reasonsForProceeding(review: Review): Problem[] {
  const blockers = review.findings.filter(({ level }) => level === "blocker");
  const needed = blockers.map(
    ({ id, message }): Problem => ({
      path: id,
      code: "reason-needed",
      message,
      hint: "Write why you go on in spite of it; the reason enters the log, an ADR and the report.",
    }),
  );
  if (review.total >= 10) return needed;
  return [
    ...needed,
    {
      path: "band",
      code: "reason-needed",
      message: "The total is below 10: the design must be revised.",
      hint: "Write why you go on in spite of it, or revise.",
    },
  ];
}
