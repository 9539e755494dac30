import { completeAnswers } from "#lib/core/project/complete.ts";
import { decide } from "#lib/core/project/decide.ts";
import { type PlanChange, changePlan as planAfter, planHash } from "#lib/core/project/plan.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import type { Result } from "#lib/core/result.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";
import { prepareRun } from "./enqueue-run.ts";
import { loadGeneration } from "./load-generation.ts";
import { render } from "./toolbox.ts";

/** Changes the plan: remove or restore a task, add one, move one within its dependencies, group some for review. */
export function changePlan(
  caller: Caller,
  projectId: string,
  version: number,
  change: PlanChange,
): Promise<Result<ProjectState>> {
  return changeProject(changeBy(caller, projectId, version), [], (state) => {
    const answers = completeAnswers(state);
    if (!answers.ok) return answers;
    const plan = planAfter(state, render(answers.value).blueprint.tasks, change);
    if (!plan.ok) return plan;
    return decide(state, {
      type: "change-plan",
      plan: plan.value,
      ...("reason" in change ? { reason: change.reason } : {}),
    });
  });
}

/** Approves the plan as it stands; its files can then be accepted, and all of them are proved in one go. */
export async function approvePlan(caller: Caller, projectId: string, version: number): Promise<Result<ProjectState>> {
  const generation = await loadGeneration(caller, projectId);
  const run = generation.ok
    ? await prepareRun(generation.value, { kind: "repository", paths: [], actor: caller.actor })
    : generation;
  return changeProject(
    changeBy(caller, projectId, version),
    [],
    (state) => {
      const answers = completeAnswers(state);
      if (!answers.ok) return answers;
      return decide(state, {
        type: "approve-plan",
        designHash: planHash(state, render(answers.value).blueprint.tasks),
      });
    },
    async (tx) => {
      if (run.ok) await run.value(tx);
    },
  );
}
