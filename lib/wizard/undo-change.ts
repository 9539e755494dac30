import { decide } from "#lib/core/project/decide.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import type { Result } from "#lib/core/result.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";

/** Takes the last change of answers back. Refused when the project moved on since the version the person saw. */
export function undoChange(caller: Caller, projectId: string, version: number): Promise<Result<ProjectState>> {
  return changeProject(changeBy(caller, projectId, version), [], (state) => decide(state, { type: "undo" }));
}
