import { isProjectId } from "../../owner.ts";
import { db } from "../client.ts";

/** Deletes a project with everything that belongs to it; false for anyone but its owner. Texts that nothing else refers to go with the next round of retention. */
export async function deleteProjectRow(projectId: string, ownerHash: string): Promise<boolean> {
  if (!isProjectId(projectId)) return false;
  const { count } = await db().project.deleteMany({ where: { id: projectId, ownerHash } });
  return count === 1;
}
