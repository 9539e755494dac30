import { setTimeout as sleep } from "node:timers/promises";

/** As long as a database may be away without a finished proof being thrown away. */
const PATIENCE_MS = 60_000;
const AGAIN_MS = 500;

/** Tries a write that may be repeated until the database takes it. @throws the last error when it stays away */
export async function throughOutages<T>(write: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await write();
    } catch (cause) {
      if (performance.now() > until) throw cause;
      await sleep(AGAIN_MS);
    }
  }
}
