import { KEY_HOURS } from "#lib/core/api/limits.ts";
import { db } from "../client.ts";
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
const ABANDONED_SECONDS = 60;

/**
 * Takes a key for one request; of several that come at once, one gets it. By the clock of the database: with that of
 * each web server, one that is ahead would take a request that is under way for abandoned, and do it a second time.
 */
export async function claimKey({ scope, key, requestHash }: NamedRequest): Promise<Claim> {
  const made = await db().$executeRaw`
    INSERT INTO idempotency_key (scope, key, request_hash, created_at, expires_at)
    VALUES (${scope}, ${key}, ${requestHash}, now(), now() + make_interval(hours => ${KEY_HOURS}))
    ON CONFLICT (scope, key) DO NOTHING`;
  if (made === 1) return { kind: "mine" };
  const [taken] = await db().$queryRaw<{ hash: string; response: KeptAnswer | null }[]>`
    SELECT request_hash AS hash, response FROM idempotency_key
    WHERE scope = ${scope} AND key = ${key} AND expires_at > now()`;
  if (taken && taken.hash !== requestHash) return { kind: "other" };
  if (taken?.response) return { kind: "done", answer: taken.response };
  const inherited = await db().$executeRaw`
    UPDATE idempotency_key SET request_hash = ${requestHash}, response = NULL, created_at = now(),
      expires_at = now() + make_interval(hours => ${KEY_HOURS})
    WHERE scope = ${scope} AND key = ${key} AND (expires_at <= now()
      OR response IS NULL AND created_at <= now() - make_interval(secs => ${ABANDONED_SECONDS}))`;
  return inherited === 1 ? { kind: "mine" } : { kind: "busy" };
}

/** Keeps the answer to a request whose key was claimed. */
export async function keepAnswer({ scope, key, requestHash }: NamedRequest, answer: KeptAnswer): Promise<void> {
  await db().idempotencyKey.updateMany({ where: { scope, key, requestHash }, data: { response: json(answer) } });
}

/** Gives a key back: the request had no effect, so the next one may be judged anew. */
export async function releaseKey({ scope, key, requestHash }: NamedRequest): Promise<void> {
  await db().idempotencyKey.deleteMany({ where: { scope, key, requestHash } });
}
