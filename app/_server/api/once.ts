import { setTimeout as sleep } from "node:timers/promises";
import { IDEMPOTENCY_HEADER, KEY_FORM } from "#lib/core/api/limits.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { claimKey, type KeptAnswer, keepAnswer, releaseKey } from "#lib/io/db/commands/claim-key.ts";
import { asText } from "./answer.ts";
import { refusal } from "./refuse.ts";

/** How long a request waits for the same one that came before it, and how often it looks. */
const PATIENCE_MS = 15_000;
const LOOK_MS = 100;

/** Headers of an answer that belong to it and not to its transport. */
const KEPT_HEADERS = ["content-type", "cache-control", "etag"];

/**
 * Does what a request asks for, once for each Idempotency-Key: the same request again gets the first one's answer, a
 * different one under the same key is refused. A request that was refused had no effect; its key is free again, and the
 * next try is judged by what is true then.
 * @param scope who asks, about what
 * @param said all that the request says, apart from the key
 * @param shownOnce fields of the answer that are secrets: they are not kept with it
 */
export async function once(
  { headers }: Request,
  scope: string,
  said: unknown,
  respond: () => Promise<Response>,
  shownOnce: readonly string[] = [],
): Promise<Response> {
  const key = headers.get(IDEMPOTENCY_HEADER);
  if (key === null) return respond();
  if (!KEY_FORM.test(key))
    return refusal("bad-parameters", {
      detail: `${IDEMPOTENCY_HEADER} has to be 1 to 255 visible ASCII characters. A random UUID does.`,
    });
  const named = { scope, key, requestHash: sha256(JSON.stringify(said)) };
  for (const until = performance.now() + PATIENCE_MS; ; await sleep(LOOK_MS)) {
    const claim = await claimKey(named);
    if (claim.kind === "other") return refusal("key-used");
    if (claim.kind === "done") return replayed(claim.answer);
    if (claim.kind === "mine") break;
    if (performance.now() > until)
      return refusal("conflict", { detail: "The same request is still under way." }, { "Retry-After": "1" });
  }
  const answer = await respond().catch(async (cause: unknown) => {
    await releaseKey(named);
    throw cause;
  });
  if (answer.ok) await keepAnswer(named, await asKept(answer.clone(), shownOnce));
  else await releaseKey(named);
  return answer;
}

async function asKept(answer: Response, shownOnce: readonly string[]): Promise<KeptAnswer> {
  const headers = [...answer.headers].filter(([name]) => KEPT_HEADERS.includes(name));
  const text = await answer.text();
  return {
    status: answer.status,
    headers: Object.fromEntries(headers),
    text: shownOnce.length > 0 ? withNull(text, shownOnce) : text,
  };
}

const withNull = (document: string, fields: readonly string[]): string =>
  asText({ ...(JSON.parse(document) as object), ...Object.fromEntries(fields.map((field) => [field, null])) });

const replayed = ({ status, headers, text }: KeptAnswer): Response =>
  new Response(text, { status, headers: { ...headers, "Idempotency-Replayed": "true" } });
