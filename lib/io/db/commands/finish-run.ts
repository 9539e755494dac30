import type { Outcome } from "#lib/core/checks/check.ts";
import type { Coverage } from "#lib/core/checks/coverage.ts";
import type { RunProgress } from "#lib/core/checks/run.ts";
import { db } from "../client.ts";
import { json } from "./change-project.ts";
import type { ClaimedRun } from "./claim-run.ts";

type Held = Pick<ClaimedRun, "id" | "attempt">;

/** A verdict to be remembered; or, under the check "coverage" of `pyproject.toml`, what all tests covered. */
export interface RememberedVerdict {
  sha256: string;
  path: string;
  check: string;
  context: string;
  toolchain: string;
  outcome: Outcome[] | Coverage;
}

export interface FinishedRun {
  sandbox: string;
  toolchain: string;
  progress: RunProgress;
  outcomes: Record<string, Outcome[]>;
  /** What a person should know about how it ran; usually nothing. */
  reason: string;
  remember: readonly RememberedVerdict[];
}

/** Writes how far a run is; false when it is not this attempt's any more, which must then stop. */
export async function noteProgress({ id, attempt }: Held, progress: RunProgress): Promise<boolean> {
  const { count } = await db().run.updateMany({
    where: { id, attempt, status: "running" },
    data: { progress: json(progress) },
  });
  return count === 1;
}

/** Writes the verdict of an attempt, once; false when another attempt or a cancellation was there first, and nothing was written. */
export function finishRun({ id, attempt }: Held, finished: FinishedRun): Promise<boolean> {
  const { sandbox, toolchain, progress, outcomes, reason, remember } = finished;
  return db().$transaction(async (tx) => {
    const written = await tx.$executeRaw`
      UPDATE run SET status = 'done', sandbox = ${sandbox}, toolchain = ${toolchain}, reason = ${reason},
        progress = ${JSON.stringify(progress)}::jsonb, result = ${JSON.stringify(outcomes)}::jsonb,
        finished_at = greatest(now(), started_at)
      WHERE id = ${id} AND attempt = ${attempt} AND status = 'running'`;
    if (written === 0) return false;
    if (remember.length > 0)
      await tx.$executeRaw`
        INSERT INTO check_run (sha256, path, "check", context, toolchain, outcome)
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(remember)}::jsonb)
          AS found(sha256 text, path text, "check" text, context text, toolchain text, outcome jsonb)
        ON CONFLICT (sha256, path, "check", context, toolchain) DO UPDATE SET outcome = excluded.outcome, at = now()`;
    return true;
  });
}

/** Puts a run back into the queue. `lost`: the attempt itself went wrong, which a run may do twice before it is given up. */
export async function handBackRun({ id, attempt }: Held, reason: string, lost: boolean): Promise<void> {
  await db().$executeRaw`
    UPDATE run SET
      status = CASE WHEN ${lost} AND losses >= 1 THEN 'crashed' ELSE 'queued' END,
      finished_at = CASE WHEN ${lost} AND losses >= 1 THEN greatest(now(), started_at) END,
      losses = losses + ${lost ? 1 : 0}, started_at = NULL, worker = '', progress = '{}', reason = ${reason}
    WHERE id = ${id} AND attempt = ${attempt} AND status = 'running'`;
}

/** Ends a run that goes beyond its limits; it is not tried again. */
export async function crashRun({ id, attempt }: Held, reason: string): Promise<void> {
  await db().$executeRaw`
    UPDATE run SET status = 'crashed', reason = ${reason}, finished_at = greatest(now(), started_at)
    WHERE id = ${id} AND attempt = ${attempt} AND status = 'running'`;
}
