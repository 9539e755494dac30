import type { LinkScope } from "#lib/core/share/limits.ts";
import { isProjectId } from "../../owner.ts";
import { db, type Transaction } from "../client.ts";

const SHOWN = {
  id: true,
  scope: true,
  label: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  uses: true,
  revokedAt: true,
} as const;

const scopeOf = <T extends { scope: string }>(row: T) => ({ ...row, scope: row.scope as LinkScope });

/** Every link of a project for its owner, the newest first; null for everyone else. */
export async function listLinkRows(projectId: string, ownerHash: string) {
  if (!isProjectId(projectId)) return null;
  const project = await db().project.findFirst({
    where: { id: projectId, ownerHash },
    select: { links: { select: SHOWN, orderBy: [{ createdAt: "desc" }, { id: "asc" }] } },
  });
  return project?.links.map(scopeOf) ?? null;
}

/** What a token opens; null when it is unknown, expired or revoked, or its project is gone: one query, one answer for all. */
export async function findOpenLink(tokenHash: string, now: Date) {
  const link = await db().shareLink.findFirst({
    where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
    select: { ...SHOWN, projectId: true, version: true, project: { select: { ownerHash: true } } },
  });
  return link && scopeOf(link);
}

/** A link that no longer opens, for the owner of its project only. */
export async function findEndedLink(tokenHash: string, ownerHash: string, now: Date) {
  const link = await db().shareLink.findFirst({
    where: { tokenHash, project: { ownerHash }, OR: [{ revokedAt: { not: null } }, { expiresAt: { lte: now } }] },
    select: { ...SHOWN, projectId: true },
  });
  return link && scopeOf(link);
}

/** Whether a link still lets people comment, read inside the transaction that writes; it cannot be revoked until that ends. */
export async function mayStillComment(tx: Transaction, linkId: string, now: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM share_link
    WHERE id = ${linkId} AND scope = 'comment' AND revoked_at IS NULL AND expires_at > ${now} FOR SHARE`;
  return rows.length === 1;
}
