import type { LinkScope } from "#lib/core/share/limits.ts";
import { db, type Transaction } from "../client.ts";

export interface NewLink {
  id: string;
  projectId: string;
  tokenHash: string;
  scope: LinkScope;
  label: string;
  version: number;
  createdAt: Date;
  expiresAt: Date;
}

/** Writes a link down. */
export async function insertLink(tx: Transaction, link: NewLink): Promise<void> {
  await tx.shareLink.create({ data: link });
}

/** Closes a link; whoever asks with its token from now on finds nothing. */
export async function revokeLinkRow(tx: Transaction, projectId: string, id: string, at: Date): Promise<void> {
  await tx.shareLink.updateMany({ where: { id, projectId, revokedAt: null }, data: { revokedAt: at } });
}

/** Notes that somebody opened the page of a link. */
export async function noteLinkUse(id: string, now: Date): Promise<void> {
  await db().shareLink.updateMany({ where: { id }, data: { lastUsedAt: now, uses: { increment: 1 } } });
}
