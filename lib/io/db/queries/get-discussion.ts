import type { Anchor } from "#lib/core/share/anchor.ts";
import type { Comment } from "#lib/core/share/discussion.ts";
import { isProjectId } from "../../owner.ts";
import { db } from "../client.ts";

/** All comments of a project, oldest first; none for anyone who does not act for its owner. */
export async function listComments(projectId: string, ownerHash: string): Promise<Comment[]> {
  if (!isProjectId(projectId)) return [];
  const rows = await db().comment.findMany({
    where: { projectId, project: { ownerHash } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    linkId: row.linkId,
    author: row.author,
    anchor: row.anchor as unknown as Anchor,
    parentId: row.parentId,
    text: row.text,
    at: row.at.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy,
  }));
}

/** How many threads wait for the owner. */
export async function countOpenThreads(projectId: string, ownerHash: string): Promise<number> {
  if (!isProjectId(projectId)) return 0;
  return db().comment.count({ where: { projectId, project: { ownerHash }, parentId: null, resolvedAt: null } });
}

/** A text that changes whenever a page about the project would show something else; null when there is no such project. */
export async function discussionMark(projectId: string, ownerHash: string): Promise<string | null> {
  const rows = await db().$queryRaw<{ mark: string }[]>`
    SELECT concat_ws(':', project.version, count(comment.id), count(comment.resolved_at),
      max(comment.resolved_at), max(comment.at)) AS mark
    FROM project LEFT JOIN comment ON comment.project_id = project.id
    WHERE project.id = ${projectId} AND project.owner_hash = ${ownerHash} GROUP BY project.id`;
  return rows[0]?.mark ?? null;
}

/** The same for a link, as long as it is open. */
export async function linkMark(linkId: string, now: Date): Promise<string | null> {
  const rows = await db().$queryRaw<{ mark: string }[]>`
    SELECT concat_ws(':', project.version, count(comment.id), count(comment.resolved_at),
      max(comment.resolved_at), max(comment.at)) AS mark
    FROM share_link JOIN project ON project.id = share_link.project_id
    LEFT JOIN comment ON comment.project_id = project.id
    WHERE share_link.id = ${linkId} AND share_link.revoked_at IS NULL AND share_link.expires_at > ${now}
    GROUP BY project.id`;
  return rows[0]?.mark ?? null;
}
