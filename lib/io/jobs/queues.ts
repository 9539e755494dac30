import type { Queue } from "pg-boss";
import { RUN_LIMITS } from "#lib/core/api/limits.ts";
import { log } from "../log.ts";
import { applyRetention } from "../retention/retain.ts";

/** One kind of work that happens beside the pages. Payloads are ids and hashes, never file text or tokens. */
export interface JobQueue {
  name: string;
  options: Omit<Queue, "name">;
  /** When it runs by itself, as a cron line in UTC. */
  cron: string;
  work(): Promise<unknown>;
}

/** Proofs that somebody asked for. The job's id is the run's, so a run has one job however often it is sent. */
export const PROVE: Omit<Queue, "notify"> & { notify: true } = {
  name: "prove",
  // Our own count of lost workers gives a run up, and says so; a job that ends before would wait for the sweep.
  retryLimit: 10,
  heartbeatSeconds: 10,
  expireInSeconds: RUN_LIMITS.seconds + 15,
  // What became of a run stands in its row; the queue need not remember it.
  deleteAfterSeconds: 60,
  notify: true,
};

/** What the workers do by themselves. */
export const queues: readonly JobQueue[] = [
  {
    name: "retention",
    options: { retryLimit: 2, expireInSeconds: 900, notify: true },
    cron: "17 * * * *",
    work: retainAndTell,
  },
];

async function retainAndTell(): Promise<void> {
  const gone = (await applyRetention()).filter(({ rows }) => rows > 0);
  if (gone.length > 0) log().info(Object.fromEntries(gone.map(({ rule, rows }) => [rule.id, rows])), "retention");
}
