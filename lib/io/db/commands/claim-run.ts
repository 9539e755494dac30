import type { RunKind, RunSnapshot } from "#lib/core/checks/run.ts";
import { db } from "../client.ts";

/** A run in the hands of one worker; whatever it writes names this attempt, and nothing is written under an older one. */
export interface ClaimedRun {
  id: string;
  projectId: string;
  attempt: number;
  kind: RunKind;
  paths: string[];
  snapshot: RunSnapshot;
}

/**
 * A worker tells every five seconds that it lives, and its run is taken from it ten seconds after its last sign: seen
 * longer ago than this, it is gone. Unless the one who claims could not tell anything either: then the database was away.
 */
const SILENT_SECONDS = 8;

/** After so many lost workers a run is taken for their killer. */
const LOSSES_ALLOWED = 2;
const POISON =
  "Two workers went down while they ran it. Look at what these files do when they are run, then ask again.";

/**
 * Takes a run for a worker: null when there is nothing left to do (cancelled, done, gone with its project). A run that
 * was running already is taken from its worker; when that one is not alive any more, it counts as lost.
 */
export function claimRun(id: string, worker: string): Promise<ClaimedRun | null> {
  return db().$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ status: string; losses: number; alive: boolean }[]>`
      SELECT run.status, run.losses,
        coalesce(holder.seen_at > silent.since, false) OR coalesce(claimer.seen_at < silent.since, false) AS alive
      FROM run
      CROSS JOIN (SELECT now() - make_interval(secs => ${SILENT_SECONDS}) AS since) AS silent
      LEFT JOIN worker AS holder ON holder.id = run.worker
      LEFT JOIN worker AS claimer ON claimer.id = ${worker}
      WHERE run.id = ${id} AND run.status IN ('queued', 'running') FOR UPDATE OF run`;
    if (!held) return null;
    const losses = held.losses + (held.status === "running" && !held.alive ? 1 : 0);
    if (losses >= LOSSES_ALLOWED) {
      await tx.$executeRaw`
        UPDATE run SET status = 'crashed', losses = ${losses}, reason = ${POISON}, finished_at = greatest(now(), started_at) WHERE id = ${id}`;
      return null;
    }
    const [run] = await tx.$queryRaw<
      { project_id: string; attempt: number; kind: RunKind; paths: string[]; files: RunSnapshot }[]
    >`
      UPDATE run SET status = 'running', attempt = attempt + 1, losses = ${losses}, worker = ${worker},
        started_at = greatest(now(), created_at), progress = '{}', reason = ''
      WHERE id = ${id} RETURNING project_id, attempt, kind, paths, files`;
    if (!run) return null;
    const { project_id: projectId, files: snapshot, ...rest } = run;
    return { id, projectId, snapshot, ...rest };
  });
}
