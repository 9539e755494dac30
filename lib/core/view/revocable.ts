/** What the owner gave away and can take back: a link, a token. */
export interface RevocableRow {
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** The same at a moment, with times as ISO 8601. */
export interface Revocable {
  state: "active" | "expired" | "revoked";
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

/** Where it stands at a moment; what was taken back stays so, whenever it would have expired. */
export const revocable = ({ createdAt, expiresAt, lastUsedAt, revokedAt }: RevocableRow, now: Date): Revocable => ({
  state: revokedAt ? "revoked" : expiresAt <= now ? "expired" : "active",
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});
