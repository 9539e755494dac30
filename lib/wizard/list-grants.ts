import { err, ok, type Result } from "#lib/core/result.ts";
import { type GrantView, grantView } from "#lib/core/view/grant-view.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { listGrants as rowsOf } from "#lib/io/db/queries/get-grants.ts";
import type { Caller } from "./caller.ts";

/** The tokens of a project's agents, the newest first, with when each was last used. */
export async function listGrants(caller: Caller, projectId: string): Promise<Result<GrantView[]>> {
  const rows = await rowsOf(projectId, caller.ownerHash);
  return rows ? ok(rows.map((row) => grantView(row, caller.now))) : err(NOT_FOUND);
}
