import { setTimeout as sleep } from "node:timers/promises";
import { STREAMS_AT_ONCE } from "#lib/core/api/limits.ts";

/** What to tell, and whether the next change is likely to come soon; null ends the stream. */
export interface Told {
  event: string;
  data: string;
  busy: boolean;
}

/** What an answer with such a stream says of itself; neither caches nor compression may hold an event back. */
export const STREAM_HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "private, no-store, no-transform",
  "X-Accel-Buffering": "no",
} as const;

const BUSY_MS = 400;
const IDLE_MS = 2_000;
const HEARTBEAT_MS = 15_000;
/** The browser connects again by itself: no connection lives for ever, and a new one checks ownership anew. */
const LIFE_MS = 10 * 60_000;
const RECONNECT_MS = 1_000;

const open = new Map<string, number>();
const leaving = new AbortController();
process.once("SIGTERM", () => leaving.abort());

/**
 * A text/event-stream that asks `look` again and again and tells what changed; a comment keeps an idle one alive.
 * Null when this person has `atOnce` of them already.
 */
export function eventStream(
  owner: string,
  signal: AbortSignal,
  look: () => Promise<Told | null>,
  atOnce: number = STREAMS_AT_ONCE,
): ReadableStream<Uint8Array> | null {
  const count = open.get(owner) ?? 0;
  if (count >= atOnce) return null;
  open.set(owner, count + 1);
  const gone = new AbortController();
  const ended = AbortSignal.any([signal, gone.signal, leaving.signal, AbortSignal.timeout(LIFE_MS)]);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      try {
        send(`retry: ${RECONNECT_MS}\n\n`);
        await follow(look, send, ended);
      } finally {
        close(owner);
        if (!gone.signal.aborted) controller.close();
      }
    },
    cancel: () => gone.abort(),
  });
}

async function follow(look: () => Promise<Told | null>, send: (text: string) => void, ended: AbortSignal) {
  let last = "";
  let told = performance.now();
  while (!ended.aborted) {
    // While the database is away there is nothing to tell; the page keeps what it has.
    const now = await look().catch(() => undefined);
    if (now === null || ended.aborted) return;
    if (now && now.data !== last) {
      send(`event: ${now.event}\ndata: ${now.data}\n\n`);
      last = now.data;
      told = performance.now();
    } else if (performance.now() - told >= HEARTBEAT_MS) {
      send(": still here\n\n");
      told = performance.now();
    }
    await sleep(now?.busy ? BUSY_MS : IDLE_MS, undefined, { signal: ended }).catch(() => undefined);
  }
}

function close(owner: string): void {
  const count = (open.get(owner) ?? 1) - 1;
  if (count > 0) open.set(owner, count);
  else open.delete(owner);
}
