import type { ProjectTask } from "#lib/core/api/documents/project.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { taskDocument } from "#lib/core/view/agent-view.ts";
import type { PromptForm } from "#lib/core/view/prompt-view.ts";
import type { Caller } from "./caller.ts";
import { checkTask, draftText } from "./checking.ts";
import { loadTask } from "./load-generation.ts";

/** One task with all that is needed to write its file: contract, sub-prompt, failures, newest text. */
export async function describeTask(
  caller: Caller,
  projectId: string,
  name: string,
  forms: readonly PromptForm[],
): Promise<Result<ProjectTask>> {
  const found = await loadTask(caller, projectId, name);
  if (!found.ok) return found;
  const { generation, task } = found.value;
  const [text, checked] = await Promise.all([draftText(generation, task.path), checkTask(generation, task.path)]);
  return ok(taskDocument(generation, task, { text, checked: checked.ok ? checked.value : null, forms }));
}
