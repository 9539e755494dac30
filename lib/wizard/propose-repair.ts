import type { Result } from "#lib/core/result.ts";
import type { Caller } from "./caller.ts";
import { loadGeneration } from "./load-generation.ts";
import { type RepairProposal, repairOf } from "./repairing.ts";

/** Shows what a machine could mend in a task's current draft; nothing is kept. Refused when nothing failed, nothing helps, or two repairs in a row were applied. */
export async function proposeRepair(caller: Caller, projectId: string, path: string): Promise<Result<RepairProposal>> {
  const generation = await loadGeneration(caller, projectId);
  return generation.ok ? repairOf(generation.value, path) : generation;
}
