import type { Gap } from "#lib/core/blueprint/coverage.ts";
import { completeAnswers } from "#lib/core/project/complete.ts";
import { type CurrentDraft, currentDraft, type Draft } from "#lib/core/project/drafts.ts";
import { isPlanApproved, type PlannedTask, plannedTasks } from "#lib/core/project/plan.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import { err, ok, type Result, refuse } from "#lib/core/result.ts";
import { taskNamed } from "#lib/core/view/agent-view.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { getContents, listDrafts } from "#lib/io/db/queries/get-drafts.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";
import { type Rendered, render } from "./toolbox.ts";

export interface Generation extends Rendered {
  state: ProjectState;
  tasks: (PlannedTask & { draft: CurrentDraft | null })[];
  drafts: Draft[];
  gaps: readonly Gap[];
  approved: boolean;
  /** The repository's `pyproject.toml` as it stands: the draft on the table, which configures linter and dependencies. */
  pyproject: string;
}

/** Stage 4 of a project: its plan, the person's changes to it, and where each task stands. Needs a complete design. */
export async function loadGeneration(caller: Caller, projectId: string): Promise<Result<Generation>> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state) return err(NOT_FOUND);
  const answers = completeAnswers(state);
  if (!answers.ok) return answers;
  const rendered = render(answers.value);
  const drafts = await listDrafts(projectId);
  const tasks = plannedTasks(state, rendered.blueprint.tasks).map((task) => ({
    ...task,
    draft: currentDraft(task, drafts),
  }));
  return ok({
    ...rendered,
    state,
    tasks,
    drafts,
    gaps: rendered.blueprint.gaps,
    approved: isPlanApproved(state, rendered.blueprint.tasks),
    pyproject: (await standingText(tasks.find(({ path }) => path === "pyproject.toml"))) ?? "",
  });
}

/** Stage 4 with one of its tasks, named by its id (`TASK-007`) or by the path of its file. */
export async function loadTask(
  caller: Caller,
  projectId: string,
  name: string,
): Promise<Result<{ generation: Generation; task: Generation["tasks"][number] }>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  const task = taskNamed(generation.value.tasks, name);
  return task
    ? ok({ generation: generation.value, task })
    : refuse(
        "task",
        "not-found",
        "There is no such task in this plan.",
        "List the tasks; name one by its id or its path.",
      );
}

/** The text of a task's draft on the table; null when it has none. */
export async function standingText(task: Generation["tasks"][number] | undefined): Promise<string | null> {
  if (!task?.draft) return null;
  if (task.text !== null && task.draft.sha256 === task.sha256) return task.text;
  return (await getContents([task.draft.sha256])).get(task.draft.sha256) ?? null;
}
