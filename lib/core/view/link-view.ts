import type { LinkScope } from "../share/limits.ts";

/** One link, as the owner sees it; the token itself was shown once and is not kept. */
export interface LinkView {
  id: string;
  label: string;
  scope: LinkScope;
  state: "active" | "expired" | "revoked";
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  uses: number;
}

interface LinkRow {
  id: string;
  label: string;
  scope: LinkScope;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  uses: number;
  revokedAt: Date | null;
}

/** A link at a moment. */
export const linkView = (row: LinkRow, now: Date): LinkView => ({
  id: row.id,
  label: row.label,
  scope: row.scope,
  state: row.revokedAt ? "revoked" : row.expiresAt <= now ? "expired" : "active",
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  uses: row.uses,
});
