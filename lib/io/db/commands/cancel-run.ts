import { isProjectId } from "../../owner.ts";
import { db } from "../client.ts";

/** Cancels a run that is queued or running, for the owner of its project; false when there is no such run to cancel. */
export async function cancelRun(runId: string, projectId: string, ownerHash: string, reason: string): Promise<boolean> {
  if (!isProjectId(projectId)) return false;
  const cancelled = await db().$executeRaw`
    UPDATE run SET status = 'cancelled', reason = ${reason}, finished_at = greatest(now(), started_at) FROM project
    WHERE run.id = ${runId} AND run.project_id = ${projectId} AND run.status IN ('queued', 'running')
      AND project.id = run.project_id AND project.owner_hash = ${ownerHash}`;
  return cancelled === 1;
}
