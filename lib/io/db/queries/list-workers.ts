import type { WorkerRow } from "#lib/core/view/runs-view.ts";
import { db } from "../client.ts";

/** A worker that has not been heard of for longer is taken for gone; it says so every five seconds. */
const ALIVE_SECONDS = 15;

/** The workers that are alive, by the clock of the database: those of other machines may differ. */
export function listWorkers(): Promise<WorkerRow[]> {
  return db().$queryRaw<WorkerRow[]>`
    SELECT sandbox, state, detail, toolchain FROM worker
    WHERE seen_at > now() - make_interval(secs => ${ALIVE_SECONDS}) ORDER BY started_at`;
}
