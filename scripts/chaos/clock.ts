import { globSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const LIBRARY = "/usr/lib/*/faketime/libfaketimeMT.so.1";

/** A wall clock that can be set while programs run under it. */
export interface Clock {
  /** What a program needs in its environment to go by it. */
  readonly env: Record<string, string>;
  /** Sets it so many seconds beside the true time; all programs see it when this is done. */
  set(seconds: number): Promise<void>;
}

/** Why no clock can be set here; null when it can. */
export const noClock = async (): Promise<string | null> =>
  globSync(LIBRARY).length > 0 ? null : "libfaketime is not installed: apt-get install libfaketime";

/** A clock by libfaketime, true at first. As on a real machine, the clock that only counts forward does not jump. */
export async function makeClock(folder: string, name: string): Promise<Clock> {
  const file = join(folder, `${name}.clock`);
  const clock: Clock = {
    env: {
      LD_PRELOAD: globSync(LIBRARY)[0] ?? "",
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      NO_FAKE_STAT: "1",
    },
    async set(seconds) {
      writeFileSync(file, `${seconds < 0 ? "-" : "+"}${Math.abs(seconds)}\n`, { mode: 0o644 });
      await sleep(1_500);
    },
  };
  await clock.set(0);
  return clock;
}
