import { err, ok, type Result, refuse } from "#lib/core/result.ts";
import { projectTitle } from "#lib/core/view/journey-view.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { deleteProjectRow } from "#lib/io/db/commands/delete-project.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";

/**
 * Deletes a project for good: its log, drafts, runs, links and tokens. The only act that cannot be taken back, so its
 * owner has to type the project's name; one that is already gone is gone.
 */
export async function deleteProject(caller: Caller, projectId: string, typed: string): Promise<Result<true>> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state) return err(NOT_FOUND);
  const name = projectTitle(state);
  if (typed.trim().normalize("NFC") !== name.trim().normalize("NFC"))
    return refuse("name", "other-name", "This is not the project's name.", `Type ${name} exactly as it stands there.`);
  await deleteProjectRow(projectId, caller.ownerHash);
  return ok(true);
}
