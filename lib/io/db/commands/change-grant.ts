import { db, type Transaction } from "../client.ts";

export interface NewGrant {
  id: string;
  projectId: string;
  name: string;
  tokenHash: string;
  mayAccept: boolean;
  actsAsOwner: boolean;
  createdAt: Date;
  expiresAt: Date;
}

/** Writes a grant down. */
export async function insertGrant(tx: Transaction, grant: NewGrant): Promise<void> {
  await tx.agentGrant.create({ data: grant });
}

/** Takes a grant away; the next request with its token is refused. */
export async function revokeGrant(tx: Transaction, projectId: string, id: string, at: Date): Promise<void> {
  await tx.agentGrant.updateMany({ where: { id, projectId, revokedAt: null }, data: { revokedAt: at } });
}

/** How fine the time of last use is kept: a row written for every request would be contention for nothing. */
const USE_MS = 60_000;

/** Notes that a grant was used. */
export async function noteGrantUse(grant: { id: string; lastUsedAt: Date | null }, now: Date): Promise<void> {
  if (grant.lastUsedAt && now.getTime() - grant.lastUsedAt.getTime() < USE_MS) return;
  await db().agentGrant.updateMany({ where: { id: grant.id }, data: { lastUsedAt: now } });
}
