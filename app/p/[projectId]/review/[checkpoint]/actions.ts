"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import { isQuestionStage, progress } from "#lib/core/project/progress.ts";
import type { CheckpointId, ProjectState, ReviewResponse } from "#lib/core/project/state.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import { answerReview } from "#lib/wizard/answer-review.ts";
import { applyFix } from "#lib/wizard/apply-fix.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { cancelRun } from "#lib/wizard/cancel-run.ts";
import { confirmStage } from "#lib/wizard/confirm-stage.ts";
import { requestRun } from "#lib/wizard/request-run.ts";
import { runReview } from "#lib/wizard/run-review.ts";

const checkpointSchema = z.union([z.literal(1), z.literal(2)]);
const responseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("proceed"), reasons: z.record(z.string().max(20), z.string().max(2000)) }),
  z.strictObject({ kind: z.literal("revise") }),
  z.strictObject({ kind: z.literal("clarify") }),
]);

/** What spoke against an act; the page as it is now comes with the same answer. */
function problemsOf(result: Result<unknown>): Problem[] {
  refresh();
  return result.ok ? [] : result.error;
}

export async function run(projectId: string, checkpoint: CheckpointId): Promise<Problem[]> {
  return problemsOf(
    await asOwner(checkpointSchema, checkpoint, (caller, number) => runReview(caller, projectId, number)),
  );
}

export async function answer(
  projectId: string,
  checkpoint: CheckpointId,
  response: ReviewResponse,
): Promise<Problem[]> {
  return problemsOf(
    await asOwner(responseSchema, response, (caller, parsed) => answerReview(caller, projectId, checkpoint, parsed)),
  );
}

/** Asks for the proof of the repository that the design gives. */
export async function proveDesign(projectId: string): Promise<Problem[]> {
  return problemsOf(
    await asOwner(z.literal("feasibility"), "feasibility", (caller, kind) =>
      requestRun(caller, { projectId, kind, paths: [] }),
    ),
  );
}

export async function cancelProof(projectId: string, runId: string): Promise<Problem[]> {
  return problemsOf(await asOwner(z.string().min(1).max(64), runId, (caller, id) => cancelRun(caller, projectId, id)));
}

/** Takes a fix, confirms anew what the person confirmed before, and scores again: one explicit act (the dialog names all three). */
export async function applyFindingFix(
  projectId: string,
  checkpoint: CheckpointId,
  version: number,
  finding: string,
): Promise<Problem[]> {
  const fix = z.strictObject({ version: z.int(), finding: z.string().max(20) });
  const result = await asOwner(fix, { version, finding }, async (caller, parsed) => {
    const applied = await applyFix(caller, projectId, parsed.version, checkpoint, parsed.finding);
    const confirmed = applied.ok ? await confirmAgain(caller, projectId, applied.value) : applied;
    return confirmed.ok ? runReview(caller, projectId, checkpoint) : confirmed;
  });
  return problemsOf(result);
}

async function confirmAgain(caller: Caller, projectId: string, state: ProjectState): Promise<Result<ProjectState>> {
  let result: Result<ProjectState> = { ok: true, value: state };
  for (const { step, status } of progress(state)) {
    if (!result.ok || status !== "stale" || !isQuestionStage(step)) continue;
    result = await confirmStage(caller, projectId, result.value.version, step);
  }
  return result;
}
