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

export interface ProjectSummary {
  id: string;
  title: string;
  updatedAt: string;
  state: ProjectState;
}

/** The projects of an owner, the last touched first. */
export async function listProjects(ownerHash: string, limit = 12): Promise<ProjectSummary[]> {
  const rows = await db().project.findMany({ where: { ownerHash }, orderBy: { updatedAt: "desc" }, take: limit });
  return rows.map(({ id, title, updatedAt, snapshot }) => ({
    id,
    title,
    updatedAt: updatedAt.toISOString(),
    state: snapshot as unknown as ProjectState,
  }));
}
