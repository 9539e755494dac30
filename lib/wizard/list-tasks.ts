import type { ProjectTasks, TaskChoice } from "#lib/core/api/documents/project.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { tasksDocument } from "#lib/core/view/agent-view.ts";
import type { Caller } from "./caller.ts";
import { rememberedVerdicts } from "./checking.ts";
import { loadGeneration } from "./load-generation.ts";

/** The plan of a project with what is known of each file; nothing is run. */
export async function listTasks(caller: Caller, projectId: string, only: TaskChoice): Promise<Result<ProjectTasks>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  return ok(tasksDocument(projectId, generation.value, await rememberedVerdicts(generation.value), only));
}
