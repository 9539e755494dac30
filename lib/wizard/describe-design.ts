import type { DesignDocument } from "#lib/core/api/documents/project.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { designDocument } from "#lib/core/view/agent-view.ts";
import type { Caller } from "./caller.ts";
import { loadGeneration } from "./load-generation.ts";

/** The design with every answer, and the files it gives. */
export async function describeDesign(caller: Caller, projectId: string): Promise<Result<DesignDocument>> {
  const generation = await loadGeneration(caller, projectId);
  return generation.ok ? ok(designDocument(projectId, generation.value)) : generation;
}
