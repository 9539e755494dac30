import type { Actor, LoggedEvent, ProjectEvent, ProjectState } from "#lib/core/project/state.ts";
import { isProjectId } from "../../owner.ts";
import { db } from "../client.ts";

/** The newest state of a project, for its owner; null for everyone else, whether it exists or not. */
export async function getProject(projectId: string, ownerHash: string): Promise<ProjectState | null> {
  if (!isProjectId(projectId)) return null;
  const row = await db().project.findFirst({ where: { id: projectId, ownerHash }, select: { snapshot: true } });
  return (row?.snapshot as unknown as ProjectState | undefined) ?? null;
}

/** The log of a project, oldest first; empty for anyone but its owner. */
export async function getLog(projectId: string, ownerHash: string): Promise<LoggedEvent[]> {
  if (!isProjectId(projectId)) return [];
  const rows = await db().event.findMany({ where: { projectId, project: { ownerHash } }, orderBy: { version: "asc" } });
  return rows.map(({ version, at, actor, payload }) => ({
    version,
    at: at.toISOString(),
    by: actor as unknown as Actor,
    event: payload as unknown as ProjectEvent,
  }));
}
