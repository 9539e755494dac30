import type { DraftSource } from "#lib/core/delivery/repository.ts";
import { sha256 } from "#lib/core/sha256.ts";
import type { Transaction } from "../client.ts";

const takeTurn = (tx: Transaction, projectId: string) =>
  tx.$queryRaw`SELECT 1 FROM project WHERE id = ${projectId} FOR UPDATE`;

/** The number of a task's newest draft, 0 without one, which stays the newest until the transaction ends. */
export async function newestDraft(tx: Transaction, projectId: string, path: string): Promise<number> {
  await takeTurn(tx, projectId);
  const { _max } = await tx.draft.aggregate({ where: { projectId, path }, _max: { number: true } });
  return _max.number ?? 0;
}

/**
 * Appends a draft; its number is the next one of its task. The same text as the newest draft gives that one back.
 * Numbers are given under the project's lock, so that two who write at once both get one.
 */
export async function addDraft(
  tx: Transaction,
  projectId: string,
  path: string,
  text: string,
  source: DraftSource,
  reason = "",
): Promise<{ number: number; sha256: string }> {
  const hash = sha256(text);
  await takeTurn(tx, projectId);
  const newest = await tx.draft.findFirst({ where: { projectId, path }, orderBy: { number: "desc" } });
  if (newest?.sha256 === hash) return { number: newest.number, sha256: hash };
  await tx.content.createMany({ data: [{ sha256: hash, text }], skipDuplicates: true });
  const number = (newest?.number ?? 0) + 1;
  await tx.draft.create({ data: { projectId, path, number, sha256: hash, source, reason } });
  return { number, sha256: hash };
}
