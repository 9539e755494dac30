import type { ProjectState } from "#lib/core/project/state.ts";
import { db } from "../client.ts";

/** What a list of projects is made of; their states are read for those that are shown. */
export interface ProjectName {
  id: string;
  title: string;
  updatedAt: string;
}

/** All projects of an owner, the last changed first. */
export async function listProjects(ownerHash: string): Promise<ProjectName[]> {
  const rows = await db().project.findMany({
    where: { ownerHash },
    select: { id: true, title: true, updatedAt: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

/** The newest states of some of an owner's projects, by id; one that is gone by now is missing. */
export async function getProjects(ids: readonly string[], ownerHash: string): Promise<Map<string, ProjectState>> {
  const rows = await db().project.findMany({
    where: { id: { in: [...ids] }, ownerHash },
    select: { id: true, snapshot: true },
  });
  return new Map(rows.map(({ id, snapshot }) => [id, snapshot as unknown as ProjectState]));
}
