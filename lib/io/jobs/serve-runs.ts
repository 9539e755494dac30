import { availableParallelism } from "node:os";
import type { PgBoss } from "pg-boss";
import type { SandboxDriver } from "../sandbox/driver.ts";
import { PROVE, RUNNING_PER_PROJECT } from "./queues.ts";

/** What the verb that proves a run is given. */
export interface RunJob {
  runId: string;
  worker: string;
  driver: SandboxDriver;
  leaving: AbortSignal;
  fallback: string;
}

export interface RunServer {
  /** Begins or ends taking runs; a run that goes on is not touched. */
  serve(driver: SandboxDriver | null, fallback: string): Promise<void>;
}

/** Takes runs off the queue, as many at once as there are cores, while a driver is named. */
export function runServer(
  boss: PgBoss,
  worker: string,
  leaving: AbortSignal,
  prove: (job: RunJob) => Promise<void>,
): RunServer {
  let now: { driver: SandboxDriver; fallback: string } | null = null;
  let taking = false;
  return {
    async serve(driver, fallback) {
      now = driver && { driver, fallback };
      if ((now !== null) === taking) return;
      taking = now !== null;
      if (!taking) return boss.offWork(PROVE.name, { wait: false });
      const options = {
        localConcurrency: availableParallelism(),
        groupConcurrency: RUNNING_PER_PROJECT,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 1,
      };
      await boss.work<{ run: string }, void, typeof options>(PROVE.name, options, async ([job]) => {
        // Taken in the moment in which serving ended: the queue gives it to another worker.
        if (!job || !now) throw new Error("This worker does not take runs at the moment.");
        await prove({ runId: job.data.run, worker, leaving, ...now });
      });
    },
  };
}
