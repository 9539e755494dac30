import { ok, type Result } from "#lib/core/result.ts";
import type { Caller } from "./caller.ts";
import { type CheckedDraft, checkTask } from "./checking.ts";
import { loadGeneration } from "./load-generation.ts";

/** Checks the current draft of a task in the embedded sandbox. A verdict is remembered by content, context and tools. */
export async function checkDraft(caller: Caller, projectId: string, path: string): Promise<Result<CheckedDraft>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  return checkTask(generation.value, path);
}

/** How many files one request may ask to check: keeps a page's progress moving and a request short. */
const CHECKED_AT_ONCE = 12;

/** Checks several tasks by name; those without content are left out. Files beyond `CHECKED_AT_ONCE` are not looked at. */
export async function checkDrafts(
  caller: Caller,
  projectId: string,
  paths: readonly string[],
): Promise<Result<CheckedDraft[]>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  const checked: CheckedDraft[] = [];
  for (const path of paths.slice(0, CHECKED_AT_ONCE)) {
    const one = await checkTask(generation.value, path);
    if (one.ok) checked.push(one.value);
  }
  return ok(checked);
}
