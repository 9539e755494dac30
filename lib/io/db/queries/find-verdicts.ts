import type { Outcome } from "#lib/core/checks/check.ts";
import { db } from "../client.ts";

/** A remembered verdict: a pure function of content, path, context and tools. */
export interface FoundVerdict {
  sha256: string;
  path: string;
  context: string;
  toolchain: string;
  outcomes: Outcome[];
}

/** What is remembered about contents, the oldest first, so that the newest has the last word. */
export async function findVerdicts(
  hashes: readonly string[],
  check: "static" | "container",
  toolchain?: string,
): Promise<FoundVerdict[]> {
  const rows = await db().checkRun.findMany({
    where: { sha256: { in: [...hashes] }, check, ...(toolchain === undefined ? {} : { toolchain }) },
    orderBy: { at: "asc" },
  });
  return rows.map(({ outcome, check: _, at: __, ...key }) => ({ ...key, outcomes: outcome as unknown as Outcome[] }));
}
