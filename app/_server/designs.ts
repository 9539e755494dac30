import "server-only";
import { both } from "#lib/core/compare/sides.ts";
import { ok, type Result } from "#lib/core/result.ts";
import type { DiffLine } from "#lib/core/view/consequences-view.ts";
import { type DesignsView, designsView, linesOfFile } from "#lib/core/view/designs-view.ts";
import { noteOf, type SideGroup, sideGroups } from "#lib/core/view/side-choices.ts";
import { listProjects } from "#lib/io/db/queries/list-projects.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { loadLog } from "#lib/wizard/load-project.ts";
import { loadSides, type SidesWanted } from "#lib/wizard/load-sides.ts";

/** Projects of one person that are offered for a comparison. */
const OFFERED = 40;

/** What a side of a project's comparison can be, for its owner. */
export async function sidesOffered(caller: Caller, projectId: string): Promise<SideGroup[]> {
  const [log, projects] = await Promise.all([loadLog(caller, projectId), listProjects(caller.ownerHash)]);
  return sideGroups(log, projects.filter(({ id }) => id !== projectId).slice(0, OFFERED), caller.now.getTime());
}

/** Two designs as a page shows them. */
export async function designsFor(
  caller: Caller,
  projectId: string,
  wanted: SidesWanted,
  groups: readonly SideGroup[],
): Promise<Result<DesignsView>> {
  const loaded = await loadSides(caller, projectId, wanted);
  if (!loaded.ok) return loaded;
  const { left, right } = loaded.value;
  return ok(
    designsView({
      left: { ...left, note: noteOf(groups, wanted.left, left.version) },
      right: { ...right, note: noteOf(groups, wanted.right, right.version) },
    }),
  );
}

/** What differs in one file of two designs. */
export async function linesBetween(
  caller: Caller,
  projectId: string,
  wanted: SidesWanted,
  path: string,
): Promise<Result<DiffLine[]>> {
  const loaded = await loadSides(caller, projectId, wanted);
  if (!loaded.ok) return loaded;
  return linesOfFile(
    both(loaded.value, ({ side }) => side),
    path,
  );
}
