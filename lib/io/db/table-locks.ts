import { setTimeout as sleep } from "node:timers/promises";

/**
 * How long a change of tables waits for one: everybody who asks for that table meanwhile waits behind it, even those
 * who only read. Then it steps back, lets them pass and asks again.
 */
export const LOCK_MS = 500;
const AGAIN_MS = 1_000;
/** Whoever reads for longer than this, as a backup may, has to be waited for by a person. */
const PATIENCE_MS = 120_000;

/** Whether Postgres refused something because a table was not free in time. */
export const isLockTimeout = (cause: unknown): boolean => (cause as { code?: string } | undefined)?.code === "55P03";

/** Tries a change of tables, which is done whole or not at all, until it gets its locks. @throws what else goes wrong, and that somebody never let go */
export async function whenTablesAreFree<T>(change: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + PATIENCE_MS; ; await sleep(AGAIN_MS)) {
    try {
      return await change();
    } catch (cause) {
      if (!isLockTimeout(cause)) throw cause;
      if (performance.now() > until)
        throw new Error(
          "Something has been reading the same tables for two minutes, so they could not be changed. Nothing was changed. Wait until it is done (a backup, a report), then start again.",
          { cause },
        );
    }
  }
}
