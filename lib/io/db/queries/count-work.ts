import type { MetricObjectWithValues, MetricValue } from "prom-client";
import { db } from "../client.ts";

/** What a worker said about itself, as its registry gives it. */
export type SaidMetrics = MetricObjectWithValues<MetricValue<string>>[];

/** The work that all processes share, counted. */
export interface WorkCounts {
  jobs: { queue: string; state: string; count: number }[];
  waiting: { queue: string; seconds: number }[];
  runs: { status: string; sandbox: string; remembered: boolean; count: number }[];
  workers: { sandbox: string; state: string; count: number }[];
  said: { worker: string; metrics: SaidMetrics }[];
  bytes: number;
}

/** Counting must not become load: a database that takes longer is not asked further. */
const WITHIN_MS = 1_000;

/** Counts jobs, runs and workers. @throws when the database does not answer within a second */
export async function countWork(): Promise<WorkCounts> {
  const late = new Promise<never>((_, refuse) =>
    setTimeout(refuse, WITHIN_MS, new Error("the database is late")).unref(),
  );
  return Promise.race([counted(), late]);
}

async function counted(): Promise<WorkCounts> {
  // In one transaction, so that a scrape holds one connection and not six.
  return db().$transaction(async (tx) => {
    const [queues] = await tx.$queryRaw<{ there: boolean }[]>`SELECT to_regclass('pgboss.job') IS NOT NULL AS there`;
    const there = queues?.there ?? false;
    return {
      jobs: there
        ? await tx.$queryRaw<WorkCounts["jobs"]>`
            SELECT name AS queue, state::text AS state, count(*)::int AS count FROM pgboss.job GROUP BY 1, 2 ORDER BY 1, 2`
        : [],
      waiting: there
        ? await tx.$queryRaw<WorkCounts["waiting"]>`
            SELECT name AS queue, greatest(0, extract(epoch FROM now() - min(created_on)))::float AS seconds FROM pgboss.job
            WHERE state < 'active' AND start_after <= now() GROUP BY 1 ORDER BY 1`
        : [],
      runs: await tx.$queryRaw<WorkCounts["runs"]>`
        SELECT status, sandbox, (status = 'done' AND toolchain = '') AS remembered, count(*)::int AS count
        FROM run GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      workers: await tx.$queryRaw<WorkCounts["workers"]>`
        SELECT sandbox, state, count(*)::int AS count FROM worker
        WHERE seen_at > now() - interval '15 seconds' GROUP BY 1, 2 ORDER BY 1, 2`,
      said: await tx.$queryRaw<WorkCounts["said"]>`
        SELECT left(id, 8) AS worker, metrics FROM worker WHERE seen_at > now() - interval '15 seconds' ORDER BY started_at`,
      bytes: Number(
        (await tx.$queryRaw<{ bytes: bigint }[]>`SELECT pg_database_size(current_database()) AS bytes`)[0]?.bytes ?? 0,
      ),
    };
  });
}
