import type { RunKind, RunProgress, RunStatus } from "#lib/core/checks/run.ts";
import type { Actor } from "#lib/core/project/state.ts";
import type { RunRow } from "#lib/core/view/runs-view.ts";
import { isProjectId } from "../../owner.ts";
import { db } from "../client.ts";

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
  return project.runs.map((run) => ({
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
  }));
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
