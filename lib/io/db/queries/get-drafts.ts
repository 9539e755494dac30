import type { DraftSource } from "#lib/core/delivery/repository.ts";
import type { Draft } from "#lib/core/project/drafts.ts";
import { db } from "../client.ts";

const row = (one: {
  path: string;
  number: number;
  sha256: string;
  source: string;
  reason: string;
  createdAt: Date;
}): Draft => ({
  path: one.path,
  number: one.number,
  sha256: one.sha256,
  source: one.source as DraftSource,
  reason: one.reason,
  createdAt: one.createdAt.toISOString(),
});

/** All drafts of a project, oldest first; ownership is checked by the caller who loaded the project. */
export async function listDrafts(projectId: string, path?: string): Promise<Draft[]> {
  const rows = await db().draft.findMany({
    where: { projectId, ...(path === undefined ? {} : { path }) },
    orderBy: [{ path: "asc" }, { number: "asc" }],
  });
  return rows.map(row);
}

/** The texts of contents by their SHA-256. */
export async function getContents(hashes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().content.findMany({ where: { sha256: { in: [...hashes] } } });
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}
