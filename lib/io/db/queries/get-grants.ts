import { isProjectId } from "../../owner.ts";
import { db } from "../client.ts";

const SHOWN = {
  id: true,
  name: true,
  mayAccept: true,
  actsAsOwner: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  revokedAt: true,
} as const;

/** Every grant of a project for its owner, the newest first; null for everyone else. */
export async function listGrants(projectId: string, ownerHash: string) {
  if (!isProjectId(projectId)) return null;
  const project = await db().project.findFirst({
    where: { id: projectId, ownerHash },
    select: { grants: { select: SHOWN, orderBy: [{ createdAt: "desc" }, { id: "asc" }] } },
  });
  return project?.grants ?? null;
}

/** Whom a token stands for and where; null when it is unknown, expired or revoked, or its project is gone. */
export async function findGrant(tokenHash: string, now: Date) {
  const grant = await db().agentGrant.findFirst({
    where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
    select: {
      id: true,
      projectId: true,
      name: true,
      mayAccept: true,
      actsAsOwner: true,
      lastUsedAt: true,
      project: { select: { ownerHash: true } },
    },
  });
  return grant && { ...grant, ownerHash: grant.project.ownerHash };
}
