import { compareDesigns, type DesignComparison } from "#lib/core/compare/compare-designs.ts";
import { both, type DesignSide, type Sides } from "#lib/core/compare/sides.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { getLog, getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";
import { projectSide, stateAt } from "./comparing.ts";

export interface ChangesSince {
  comparison: DesignComparison;
  sides: Sides<DesignSide>;
}

/** What changed in a project since a version of its log: left is then, right is now. */
export async function changesSince(
  caller: Pick<Caller, "ownerHash">,
  projectId: string,
  version: number,
): Promise<Result<ChangesSince>> {
  const [state, log] = await Promise.all([
    getProject(projectId, caller.ownerHash),
    getLog(projectId, caller.ownerHash),
  ]);
  if (!state) return err(NOT_FOUND);
  const states: Sides<ProjectState> = { left: stateAt(projectId, log, version), right: state };
  const sides = both(states, projectSide);
  return ok({ comparison: compareDesigns(sides), sides });
}
