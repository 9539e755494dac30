import type { Answers } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { answerReview } from "./answer-review.ts";
import type { Caller } from "./caller.ts";
import { approvePlan } from "./change-plan.ts";
import { confirmStage } from "./confirm-stage.ts";
import { createProject } from "./create-project.ts";
import { runReview } from "./run-review.ts";

/** Who owns things in a test, by the secret of their cookie. */
export const owner = (secret: string): Caller => ({
  ownerHash: sha256(secret),
  actor: { kind: "owner", name: "you" },
  now: new Date(),
});

/** The value of a result that must be good. */
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The codes of a refusal; none of a success. */
export const codes = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.error.map(({ code }: Problem) => code);

/** A project of the first example whose plan is approved. */
export async function approvedProject(caller: Caller): Promise<ProjectState> {
  const answers = (examples[0] as { answers: Answers }).answers;
  let state = good(await createProject(caller, answers));
  const stages = [
    ["intake", "architecture"],
    ["structure", "features"],
  ];
  for (const [index, pair] of stages.entries()) {
    for (const stage of pair) state = good(await confirmStage(caller, state.id, state.version, stage));
    const checkpoint = index === 0 ? 1 : 2;
    good(await runReview(caller, state.id, checkpoint));
    state = good(await answerReview(caller, state.id, checkpoint, { kind: "proceed", reasons: {} }));
  }
  return good(await approvePlan(caller, state.id, state.version));
}
