import type { Outcome } from "#lib/core/checks/check.ts";
import { type Verdict, verdict } from "#lib/core/checks/verdict.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { checkStatically } from "#lib/io/sandbox/embedded.ts";
import type { Caller } from "./caller.ts";
import { fileUnderCheck } from "./checking.ts";
import { loadGeneration } from "./load-generation.ts";

/** Checks a text that someone is still typing. Nothing is kept: neither the text nor the verdict. */
export async function lintText(
  caller: Caller,
  projectId: string,
  path: string,
  text: string,
): Promise<Result<{ outcomes: Outcome[]; verdict: Verdict }>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  if (!generation.value.tasks.some((task) => task.path === path))
    return err([{ path, code: "not-found", message: `There is no task for ${path} in this plan.` }]);
  const outcomes = await checkStatically(fileUnderCheck(generation.value, path, text));
  return ok({ outcomes, verdict: verdict(outcomes) });
}
