import { availableParallelism } from "node:os";
import type { PgBoss } from "pg-boss";
import { RUN_LIMITS } from "#lib/core/api/limits.ts";
import type { WorkerMetrics } from "../metrics/worker-metrics.ts";
import type { SandboxDriver } from "../sandbox/driver.ts";
import { PROVE } from "./queues.ts";

/** What the verb that proves a run is given. */
export interface RunJob {
  runId: string;
  worker: string;
  driver: SandboxDriver;
  leaving: AbortSignal;
  fallback: string;
}

/** What a worker proves with at this moment; null while it should take nothing. */
export type Serving = { driver: SandboxDriver; fallback: string } | null;

export interface RunServer {
  /** Begins or ends taking runs; a run that goes on is not touched. */
  serve(taking: boolean): Promise<void>;
}

/** Takes runs off the queue, as many at once as there are cores. */
export function runServer(
  boss: PgBoss,
  worker: string,
  leaving: AbortSignal,
  serving: () => Promise<Serving>,
  prove: (job: RunJob) => Promise<void>,
  ran: WorkerMetrics["ran"],
): RunServer {
  const options = {
    localConcurrency: availableParallelism(),
    groupConcurrency: RUN_LIMITS.running,
    pollingIntervalSeconds: 1,
    notifyPollingIntervalSeconds: 1,
  };
  let taken = false;
  return {
    async serve(taking) {
      if (taking === taken) return;
      taken = taking;
      if (!taking) return boss.offWork(PROVE.name, { wait: false });
      await boss.work<{ run: string }, void, typeof options>(PROVE.name, options, async ([job]) => {
        // Asked for each run: the engine may have gone since the last one.
        const now = await serving();
        if (!job || !now) throw new Error("This worker does not take runs at the moment.");
        const begun = performance.now();
        const note = (outcome: "ended" | "handed back") =>
          ran(now.driver.name, outcome, (performance.now() - begun) / 1_000);
        await prove({ runId: job.data.run, worker, leaving, ...now }).then(
          () => note("ended"),
          (cause) => {
            note("handed back");
            throw cause;
          },
        );
      });
    },
  };
}
