import { answersDocument } from "#lib/core/project/complete.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import type { FeasibilityRun } from "#lib/core/view/feasibility-view.ts";
import { runView } from "#lib/core/view/runs-view.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import { countAhead, findFeasibility } from "#lib/io/db/queries/get-runs.ts";
import type { Caller } from "./caller.ts";

/** The proof that was asked for with a review of the whole design, and whether it is for the design as it stands. */
export async function loadFeasibility(caller: Caller, projectId: string): Promise<Result<FeasibilityRun | null>> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state) return err(NOT_FOUND);
  const found = await findFeasibility(projectId, caller.ownerHash, answersDocument(state));
  if (!found) return ok(null);
  const ahead = await countAhead(found.run.status === "queued" ? [found.run.id] : []);
  return ok({ run: runView(found.run, ahead.get(found.run.id) ?? null), current: found.current });
}
