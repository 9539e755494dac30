import { ok, type Result, refuse } from "#lib/core/result.ts";
import { cancelRun as cancel } from "#lib/io/db/commands/cancel-run.ts";
import type { Caller } from "./caller.ts";

/** Cancels a run that waits or is going on; its worker stops within two seconds. What it would have found is not written. */
export async function cancelRun(caller: Caller, projectId: string, runId: string): Promise<Result<true>> {
  const cancelled = await cancel(runId, projectId, caller.ownerHash, `Cancelled by ${caller.actor.name}.`);
  return cancelled
    ? ok(true)
    : refuse("run", "not-found", "There is no such run to cancel.", "It may have ended a moment ago.");
}
