/** One agent's leave, as the owner sees it; the token itself was shown once and is not kept. */
export interface GrantView {
  id: string;
  name: string;
  mayAccept: boolean;
  actsAsOwner: boolean;
  state: "active" | "expired" | "revoked";
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

interface GrantRow {
  id: string;
  name: string;
  mayAccept: boolean;
  actsAsOwner: boolean;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** A grant at a moment. */
export function grantView(row: GrantRow, now: Date): GrantView {
  return {
    id: row.id,
    name: row.name,
    mayAccept: row.mayAccept,
    actsAsOwner: row.actsAsOwner,
    state: row.revokedAt ? "revoked" : row.expiresAt <= now ? "expired" : "active",
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}
