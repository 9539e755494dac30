import type { TaskChecks } from "#lib/core/api/documents/project.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { checksDocument } from "#lib/core/view/agent-view.ts";
import type { Caller } from "./caller.ts";
import { checkTask } from "./checking.ts";
import { loadTask } from "./load-generation.ts";

/** What the checks say of a task's newest text; the static ones run where nobody asked before. */
export async function readChecks(caller: Caller, projectId: string, name: string): Promise<Result<TaskChecks>> {
  const found = await loadTask(caller, projectId, name);
  if (!found.ok) return found;
  const { generation, task } = found.value;
  const checked = await checkTask(generation, task.path);
  return checked.ok ? ok(checksDocument(task, checked.value)) : checked;
}
