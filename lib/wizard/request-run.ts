import type { RunKind } from "#lib/core/checks/run.ts";
import type { Result } from "#lib/core/result.ts";
import { db } from "#lib/io/db/client.ts";
import type { Caller } from "./caller.ts";
import { prepareRun, type RequestedRun } from "./enqueue-run.ts";
import { loadGeneration } from "./load-generation.ts";

export interface RequestRun {
  projectId: string;
  kind: RunKind;
  /** Which files; none named means all that have a text. */
  paths: readonly string[];
}

/** Asks for the proof of files as they stand. Refused where no containers are offered (code `no-sandbox`) or too many wait (`busy`). */
export async function requestRun(
  caller: Caller,
  { projectId, kind, paths }: RequestRun,
): Promise<Result<RequestedRun>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  const run = await prepareRun(generation.value, { kind, paths, actor: caller.actor });
  return run.ok ? db().$transaction(run.value) : run;
}
