import { randomUUID } from "node:crypto";
import type { Outcome } from "#lib/core/checks/check.ts";
import type { ProofSummary, RunKind, RunSnapshot } from "#lib/core/checks/run.ts";
import type { Actor } from "#lib/core/project/state.ts";
import type { Transaction } from "../client.ts";
import { json } from "./change-project.ts";

export interface NewRun {
  projectId: string;
  kind: RunKind;
  paths: readonly string[];
  snapshot: RunSnapshot;
  actor: Actor;
}

/** How long the queue of a project, and that of everyone, is while this transaction holds the project's turn. */
export interface QueueLength {
  project: number;
  total: number;
}

/**
 * Waits for the project's turn to queue something, then counts what is queued. The turn ends with the transaction; it
 * is the same lock that a change of the project takes, and must be the first thing a transaction locks.
 */
export async function measureQueue(tx: Transaction, projectId: string): Promise<QueueLength> {
  await tx.$queryRaw`SELECT 1 FROM project WHERE id = ${projectId} FOR UPDATE`;
  const [counted] = await tx.$queryRaw<QueueLength[]>`
    SELECT (count(*) FILTER (WHERE project_id = ${projectId}))::int AS project, count(*)::int AS total
    FROM run WHERE status = 'queued'`;
  return counted as QueueLength;
}

/** What is known about all files of a run before it begins. */
export interface KnownResult {
  outcomes: Record<string, Outcome[]>;
  summary: ProofSummary;
  reason: string;
}

/** Records a run that waits for a worker; one whose result is known already is done at once. */
export async function insertRun(
  tx: Transaction,
  { snapshot, actor, paths, ...run }: NewRun,
  known?: KnownResult,
): Promise<string> {
  const id = randomUUID();
  const asked = { paths: json(paths), files: json(snapshot), actor: json(actor) };
  // All times of a run are the database's: the clocks of those who ask and of those who work may differ by an hour.
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
  await tx.run.create({ data: { id, ...run, ...asked, createdAt: now, ...(known ? doneAtOnce(known, now) : {}) } });
  return id;
}

function doneAtOnce({ outcomes, summary, reason }: KnownResult, now: Date) {
  const result = { progress: json({ steps: [], summary }), result: json(outcomes), reason };
  return { status: "done", sandbox: "docker", startedAt: now, finishedAt: now, ...result };
}

/** Cancels what is queued of a project for the same purpose and for none but these paths; says why. Returns how many. */
export function supersedeRuns(
  tx: Transaction,
  { projectId, kind, paths }: Pick<NewRun, "projectId" | "kind" | "paths">,
  reason: string,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE run SET status = 'cancelled', reason = ${reason}, finished_at = greatest(now(), started_at)
    WHERE project_id = ${projectId} AND kind = ${kind} AND status = 'queued' AND paths <@ ${JSON.stringify(paths)}::jsonb`;
}

/**
 * Keeps texts under their SHA-256; only those that are not there yet are sent to the database. Those that are there are
 * held until the transaction has ended, so that retention cannot take them before something refers to them.
 */
export async function keepContents(tx: Transaction, texts: ReadonlyMap<string, string>): Promise<void> {
  const kept = await tx.$queryRaw<{ sha256: string }[]>`
    SELECT sha256 FROM content WHERE sha256 = ANY(${[...texts.keys()]}) ORDER BY sha256 FOR KEY SHARE`;
  const known = new Set(kept.map(({ sha256 }) => sha256));
  const data = [...texts].flatMap(([sha256, text]) => (known.has(sha256) ? [] : [{ sha256, text }]));
  if (data.length > 0) await tx.content.createMany({ data, skipDuplicates: true });
}
