import type { Report } from "#lib/core/report/schema.ts";
import { ok, type Result } from "#lib/core/result.ts";
import type { Caller } from "./caller.ts";
import { loadGeneration } from "./load-generation.ts";
import { generationReport } from "./report-generation.ts";

/** The final report of a project as it stands. Needs a complete design. */
export async function projectReport(
  caller: Caller,
  projectId: string,
): Promise<Result<{ name: string; report: Report }>> {
  const loaded = await loadGeneration(caller, projectId);
  return loaded.ok
    ? ok({ name: loaded.value.design.repositoryName, report: await generationReport(caller, loaded.value) })
    : loaded;
}
