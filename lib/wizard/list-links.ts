import { err, ok, type Result } from "#lib/core/result.ts";
import { type LinkView, linkView } from "#lib/core/view/link-view.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { listLinkRows } from "#lib/io/db/queries/get-links.ts";
import type { Caller } from "./caller.ts";

/** The links of a project, the newest first, with when each was last used. */
export async function listLinks(caller: Caller, projectId: string): Promise<Result<LinkView[]>> {
  const rows = await listLinkRows(projectId, caller.ownerHash);
  return rows ? ok(rows.map((row) => linkView(row, caller.now))) : err(NOT_FOUND);
}
