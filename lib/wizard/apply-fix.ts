import { decisions, pathOf } from "#lib/core/catalog/index.ts";
import { decide } from "#lib/core/project/decide.ts";
import type { CheckpointId, ProjectState } from "#lib/core/project/state.ts";
import { err, type Result, refuse } from "#lib/core/result.ts";
import { changeProject, NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import { type Caller, changeBy } from "./caller.ts";

/** Takes the fix of a finding: changes the answers that it names, as one step that can be undone. */
export async function applyFix(
  caller: Caller,
  projectId: string,
  version: number,
  checkpoint: CheckpointId,
  findingId: string,
): Promise<Result<ProjectState>> {
  const seen = await getProject(projectId, caller.ownerHash);
  if (!seen) return err(NOT_FOUND);
  const finding = seen.reviews[checkpoint]?.review.findings.find(({ id }) => id === findingId);
  if (!finding?.changes)
    return refuse(
      "finding",
      "no-fix",
      `Finding ${findingId} has no fix that can be applied here.`,
      "Change the answers it names yourself.",
    );
  const changes = finding.changes.map(({ decision, value }) => ({ path: pathOfId(decision), value }));
  return changeProject(
    changeBy(caller, projectId, version),
    changes.map(({ path }) => path),
    (state) => decide(state, { type: "change-answers", changes, via: "fix" }),
  );
}

/** The critic names decisions by id alone; ids are unique across stages. */
function pathOfId(id: string): string {
  const decision = decisions.find((one) => one.id === id);
  if (!decision) throw new Error(`a remedy names the unknown decision ${id}`);
  return pathOf(decision);
}
