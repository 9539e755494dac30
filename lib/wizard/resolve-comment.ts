import { err, ok, type Result, refuse } from "#lib/core/result.ts";
import { db } from "#lib/io/db/client.ts";
import { NOT_FOUND } from "#lib/io/db/commands/change-project.ts";
import { getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";

/** Marks a thread as settled, or opens it again. Only the owner of the project does. */
export async function resolveComment(
  caller: Caller,
  projectId: string,
  commentId: string,
  resolved: boolean,
): Promise<Result<true>> {
  if (!(await getProject(projectId, caller.ownerHash))) return err(NOT_FOUND);
  const { count } = await db().comment.updateMany({
    where: { id: commentId, projectId, parentId: null, project: { ownerHash: caller.ownerHash } },
    data: resolved ? { resolvedAt: caller.now, resolvedBy: "The owner" } : { resolvedAt: null, resolvedBy: "" },
  });
  return count === 1
    ? ok(true)
    : refuse(
        "comment",
        "not-found",
        "There is no such thread in this project.",
        "Reload the discussion to see its threads.",
      );
}
