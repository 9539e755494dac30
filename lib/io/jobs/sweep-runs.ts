import { fromPrisma, type PgBoss } from "pg-boss";
import { db } from "../db/client.ts";
import { PROVE } from "./queues.ts";

/** A run that was queued a moment ago may belong to a transaction whose job is not visible yet. */
const GRACE_SECONDS = 30;

/**
 * Sends again what waits or runs without a job that would lead it anywhere: the last net under "no run is lost", for
 * jobs that used up their retries while the database was away. Returns how many.
 */
export async function sweepRuns(boss: PgBoss): Promise<number> {
  const stranded = await db().$queryRaw<{ id: string; project_id: string }[]>`
    SELECT run.id, run.project_id FROM run
    LEFT JOIN pgboss.job ON job.name = ${PROVE.name} AND job.id = run.id::uuid
    WHERE run.status IN ('queued', 'running') AND run.created_at < now() - make_interval(secs => ${GRACE_SECONDS})
      AND (job.id IS NULL OR job.state IN ('completed', 'cancelled', 'failed'))`;
  for (const { id, project_id: projectId } of stranded)
    await db().$transaction(async (tx) => {
      await boss.deleteJob(PROVE.name, id, { db: fromPrisma(tx) });
      await boss.send(PROVE.name, { run: id }, { id, group: { id: projectId }, db: fromPrisma(tx) });
    });
  return stranded.length;
}

/**
 * Lets runs that were interrupted go before those that have not begun; and lets go at once what may begin only later:
 * no run is sent for later, so the clock of the database went back since.
 */
export async function hurryWaiting(): Promise<void> {
  await db().$executeRaw`
    UPDATE pgboss.job SET start_after = least(start_after, now()),
      priority = CASE WHEN state = 'retry' THEN greatest(priority, 1) ELSE priority END
    WHERE name = ${PROVE.name} AND (state = 'retry' AND priority < 1
      OR state < 'active' AND start_after > now() + interval '1 minute')`;
}
