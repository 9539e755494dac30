import { err, ok, type Result } from "#lib/core/result.ts";
import { type RunsView, runView, sandboxView } from "#lib/core/view/runs-view.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { countAhead, listRuns } from "#lib/io/db/queries/get-runs.ts";
import { listWorkers } from "#lib/io/db/queries/list-workers.ts";
import { env } from "#lib/io/env.ts";
import type { Caller } from "./caller.ts";

/** How many runs a page is told about. */
const NEWEST = 12;

/** The newest runs of a project and where files are proved right now: everything a page needs, each time as a whole. */
export async function loadRuns(
  { ownerHash }: Pick<Caller, "ownerHash">,
  projectId: string,
  limit = NEWEST,
): Promise<Result<RunsView>> {
  const [rows, workers] = await Promise.all([listRuns(projectId, ownerHash, limit), listWorkers()]);
  if (!rows) return err(NOT_FOUND);
  const ahead = await countAhead(rows.flatMap(({ id, status }) => (status === "queued" ? [id] : [])));
  return ok({
    sandbox: sandboxView(workers, env().PLUMBLINE_SANDBOX === "docker"),
    runs: rows.map((row) => runView(row, ahead.get(row.id) ?? null)),
  });
}
