import { KEY_HOURS } from "#lib/core/api/limits.ts";
import { db, Prisma } from "../client.ts";
import { json } from "./change-project.ts";

/** A request as its sender names it. */
export interface NamedRequest {
  /** Who sends it to what: keys of others are other keys. */
  scope: string;
  key: string;
  /** SHA-256 of all that the request says. */
  requestHash: string;
}

/** An answer that can be given again. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** `mine`: do it. `done`: it was done, with this answer. `busy`: somebody is doing it. `other`: the key names something else. */
export type Claim = { kind: "mine" } | { kind: "done"; answer: KeptAnswer } | { kind: "busy" } | { kind: "other" };

/** After this long without an answer the one who claimed a key is taken for dead: every verb ends sooner. */
const ABANDONED_MS = 60_000;

/** Takes a key for one request; of several that come at once, one gets it. */
export async function claimKey({ scope, key, requestHash }: NamedRequest, now: Date): Promise<Claim> {
  const expiresAt = new Date(now.getTime() + KEY_HOURS * 3_600_000);
  const fresh = { requestHash, createdAt: now, expiresAt };
  const made = await db().idempotencyKey.createMany({ data: [{ scope, key, ...fresh }], skipDuplicates: true });
  if (made.count === 1) return { kind: "mine" };
  const taken = await db().idempotencyKey.findUnique({ where: { scope_key: { scope, key } } });
  if (taken && taken.expiresAt > now && taken.requestHash !== requestHash) return { kind: "other" };
  if (taken?.response && taken.expiresAt > now)
    return { kind: "done", answer: taken.response as unknown as KeptAnswer };
  const abandoned = new Date(now.getTime() - ABANDONED_MS);
  const inherited = await db().idempotencyKey.updateMany({
    where: {
      scope,
      key,
      OR: [{ expiresAt: { lte: now } }, { response: { equals: Prisma.DbNull }, createdAt: { lte: abandoned } }],
    },
    data: { ...fresh, response: Prisma.DbNull },
  });
  return inherited.count === 1 ? { kind: "mine" } : { kind: "busy" };
}

/** Keeps the answer to a request whose key was claimed. */
export async function keepAnswer({ scope, key, requestHash }: NamedRequest, answer: KeptAnswer): Promise<void> {
  await db().idempotencyKey.updateMany({ where: { scope, key, requestHash }, data: { response: json(answer) } });
}

/** Gives a key back: the request had no effect, so the next one may be judged anew. */
export async function releaseKey({ scope, key, requestHash }: NamedRequest): Promise<void> {
  await db().idempotencyKey.deleteMany({ where: { scope, key, requestHash } });
}
