import type { DraftSource } from "#lib/core/delivery/repository.ts";
import { sha256 } from "#lib/core/sha256.ts";
import type { Transaction } from "../client.ts";

export interface DraftText {
  path: string;
  text: string;
  source: DraftSource;
}

/** Appends one draft to each of many tasks in three statements; a task whose newest draft has the same text keeps it. */
export async function addDrafts(tx: Transaction, projectId: string, drafts: readonly DraftText[]): Promise<void> {
  if (drafts.length === 0) return;
  const kept = await tx.draft.findMany({
    where: { projectId, path: { in: drafts.map(({ path }) => path) } },
    select: { path: true, number: true, sha256: true },
    orderBy: { number: "asc" },
  });
  const newest = new Map(kept.map((draft) => [draft.path, draft]));
  const fresh = drafts
    .map((draft) => ({ ...draft, sha256: sha256(draft.text) }))
    .filter((draft) => newest.get(draft.path)?.sha256 !== draft.sha256);
  await tx.content.createMany({
    data: fresh.map((draft) => ({ sha256: draft.sha256, text: draft.text })),
    skipDuplicates: true,
  });
  await tx.draft.createMany({
    data: fresh.map((draft) => ({
      projectId,
      path: draft.path,
      number: (newest.get(draft.path)?.number ?? 0) + 1,
      sha256: draft.sha256,
      source: draft.source,
      reason: "",
    })),
  });
}
