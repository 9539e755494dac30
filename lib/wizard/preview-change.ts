import { completeAnswers } from "#lib/core/project/complete.ts";
import { type Impact, impactOf } from "#lib/core/project/impact.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";
import { changedState } from "./comparing.ts";
import { render } from "./toolbox.ts";

/** Shows what a change of answers would make stale, without making it. */
export async function previewChange(
  caller: Caller,
  projectId: string,
  changes: { path: string; value: unknown }[],
): Promise<Result<Impact>> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state) return err(NOT_FOUND);
  const after = changedState(caller, state, changes);
  return after.ok ? ok(impactOf(state, after.value, tasksOf(state), tasksOf(after.value))) : after;
}

function tasksOf(state: ProjectState) {
  const answers = completeAnswers(state);
  return answers.ok ? render(answers.value).blueprint.tasks : null;
}
