import { statfs } from "node:fs/promises";
import { isReachable } from "./db/client.ts";
import { env } from "./env.ts";

/** Below this share of free space nothing new is taken: Postgres without room stops whole. */
const LEAST_FREE = 0.05;

/** The disk is asked at most so often. */
const ASKED_EVERY_MS = 2_000;

// One for each process, however often this module is evaluated (see the database client).
const shared = globalThis as { plumblineHealth?: { leaving: boolean; askedAt: number; full: Promise<boolean> } };

function health() {
  shared.plumblineHealth ??= { leaving: false, askedAt: Number.NEGATIVE_INFINITY, full: Promise.resolve(false) };
  return shared.plumblineHealth;
}

/** From now on this process takes no new work. */
export function noteLeaving(): void {
  health().leaving = true;
}

/** Whether the disk of our data folder is nearly full. The embedded database lives there; of another one we cannot know. */
export function isDiskNearlyFull(now = performance.now()): Promise<boolean> {
  const state = health();
  if (now - state.askedAt > ASKED_EVERY_MS) {
    state.askedAt = now;
    state.full = statfs(env().PLUMBLINE_DATA)
      .then(({ bavail, blocks }) => bavail < LEAST_FREE * blocks)
      .catch(() => false);
  }
  return state.full;
}

/** Why this process should get no new requests; null when it should. */
export async function unreadiness(): Promise<string | null> {
  if (health().leaving) return "the server is shutting down";
  if (await isDiskNearlyFull()) return "the disk is nearly full";
  return (await isReachable()) ? null : "the database does not answer";
}
