import type { SandboxState } from "../../sandbox/open-sandbox.ts";
import { db } from "../client.ts";
import type { SaidMetrics } from "../queries/count-work.ts";

/** What a worker says about itself. */
export interface WorkerState extends SandboxState {
  id: string;
  host: string;
  /** What it counted, for the scrape of any web server. */
  metrics?: SaidMetrics;
}

/**
 * Says that a worker is alive, by the clock of the database, and forgets those that have been silent for a minute, or
 * were heard of in a future that this clock has gone back from.
 */
export async function noteWorker({ id, host, metrics = [], ...offer }: WorkerState): Promise<void> {
  const { sandbox, state, detail, toolchain } = offer;
  await db().$executeRaw`
    INSERT INTO worker (id, host, sandbox, state, detail, toolchain, metrics, seen_at)
    VALUES (${id}, ${host}, ${sandbox}, ${state}, ${detail}, ${toolchain}, ${JSON.stringify(metrics)}::jsonb, now())
    ON CONFLICT (id) DO UPDATE SET sandbox = excluded.sandbox, state = excluded.state, detail = excluded.detail,
      toolchain = excluded.toolchain, metrics = excluded.metrics, seen_at = excluded.seen_at`;
  await db().$executeRaw`DELETE FROM worker
    WHERE seen_at NOT BETWEEN now() - interval '1 minute' AND now() + interval '1 minute'`;
}

/** Takes a worker out of the list at once, so that no page counts on it. */
export async function forgetWorker(id: string): Promise<void> {
  await db().worker.deleteMany({ where: { id } });
}
