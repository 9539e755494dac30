import { db } from "../client.ts";

/** Forgets the answers to requests that can no longer be repeated; returns how many. */
export async function deleteExpiredKeys(now: Date): Promise<number> {
  const { count } = await db().idempotencyKey.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}
