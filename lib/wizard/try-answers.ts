import type { DesignSide, Sides } from "#lib/core/compare/sides.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";
import { changedState, projectSide } from "./comparing.ts";

/** A project as it stands and as it would be with other answers, saving nothing. */
export async function tryAnswers(
  caller: Caller,
  projectId: string,
  changes: { path: string; value: unknown }[],
): Promise<Result<Sides<DesignSide>>> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state) return err(NOT_FOUND);
  const after = changedState(caller, state, changes);
  return after.ok ? ok({ left: projectSide(state), right: projectSide(after.value) }) : after;
}
