import type { RunKind, RunProgress, RunSnapshot, RunStatus, SnapshotFile } from "#lib/core/checks/run.ts";
import type { Actor } from "#lib/core/project/state.ts";
import type { RunRow } from "#lib/core/view/runs-view.ts";
import { isProjectId } from "../../owner.ts";
import { db } from "../client.ts";
import type { Prisma, Run } from "../generated/client.ts";

/** The newest runs of a project, without their outcomes, for its owner; null for everyone else. */
export async function listRuns(projectId: string, ownerHash: string, limit: number): Promise<RunRow[] | null> {
  if (!isProjectId(projectId)) return null;
  const project = await db().project.findFirst({
    where: { id: projectId, ownerHash },
    select: {
      runs: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        omit: { files: true, result: true },
      },
    },
  });
  if (!project) return null;
  return project.runs.map(rowOf);
}

/**
 * The newest feasibility run of a project for exactly these answers, or else for earlier ones; null where there is none,
 * and for everyone but the owner.
 */
export async function findFeasibility(
  projectId: string,
  ownerHash: string,
  answers: Record<string, unknown>,
): Promise<{ run: RunRow; current: boolean } | null> {
  const own = { projectId, project: { ownerHash }, kind: "feasibility" };
  const newest = { orderBy: { createdAt: "desc" }, omit: { files: true, result: true } } as const;
  const same = { path: ["answers"], equals: answers as Prisma.InputJsonObject };
  const current = await db().run.findFirst({ where: { ...own, files: same }, ...newest });
  const run = current ?? (await db().run.findFirst({ where: own, ...newest }));
  return run ? { run: rowOf(run), current: current !== null } : null;
}

function rowOf(run: Omit<Run, "files" | "result">): RunRow {
  return {
    id: run.id,
    kind: run.kind as RunKind,
    status: run.status as RunStatus,
    actor: run.actor as unknown as Actor,
    paths: run.paths as string[],
    createdAt: run.createdAt,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    sandbox: run.sandbox,
    reason: run.reason,
    progress: run.progress as RunProgress,
  };
}

/** How many runs, of anyone, were queued before each of these. */
export async function countAhead(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; ahead: number }[]>`
    SELECT id, ahead FROM (
      SELECT id, (row_number() OVER (ORDER BY created_at, id) - 1)::int AS ahead FROM run WHERE status = 'queued'
    ) AS line WHERE id = ANY(${[...ids]})`;
  return new Map(rows.map(({ id, ahead }) => [id, ahead]));
}

/** A run with the contents it judges. */
export interface RunContents {
  status: RunStatus;
  reason: string;
  paths: string[];
  files: SnapshotFile[];
}

/** How many runs are looked through for the one that judges a content. */
const RECENT = 8;

/** The newest runs of a project with what they judge; the caller has checked whose project it is. */
export async function listRecentSnapshots(projectId: string): Promise<RunContents[]> {
  const rows = await db().run.findMany({
    where: { projectId, status: { not: "cancelled" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: RECENT,
    select: { status: true, reason: true, paths: true, files: true },
  });
  return rows.map(({ status, reason, paths, files }) => ({
    status: status as RunStatus,
    reason,
    paths: paths as string[],
    files: (files as unknown as RunSnapshot).files,
  }));
}
