import { decide } from "#lib/core/project/decide.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import type { Result } from "#lib/core/result.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";

/** Confirms a stage's summary: "this is accurate and complete". Needs the stages before it, every answer, and a reason wherever one is due. */
export function confirmStage(
  caller: Caller,
  projectId: string,
  version: number,
  stage: string,
): Promise<Result<ProjectState>> {
  return changeProject(changeBy(caller, projectId, version), [], (state) =>
    decide(state, { type: "confirm-stage", stage }),
  );
}
