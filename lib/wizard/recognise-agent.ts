import { noteGrantUse } from "#lib/io/db/commands/change-grant.ts";
import { findGrant } from "#lib/io/db/queries/get-grants.ts";
import { hashGrantToken, isGrantToken } from "#lib/io/grant-token.ts";
import type { Caller } from "./caller.ts";

/** An agent by its token: who it acts for, in which one project, and whether it may accept. */
export interface RecognisedAgent {
  caller: Caller;
  grantId: string;
  projectId: string;
  mayAccept: boolean;
  /** Whether it opens the project's whole API, for the owner's own programs. */
  actsAsOwner: boolean;
}

/** Who holds a token; null for one that is unknown, expired or revoked, all alike. */
export async function recogniseAgent(token: string, now: Date): Promise<RecognisedAgent | null> {
  if (!isGrantToken(token)) return null;
  const grant = await findGrant(hashGrantToken(token), now);
  if (!grant) return null;
  await noteGrantUse(grant, now);
  return {
    caller: { ownerHash: grant.ownerHash, actor: { kind: "agent", name: grant.name }, now },
    grantId: grant.id,
    projectId: grant.projectId,
    mayAccept: grant.mayAccept,
    actsAsOwner: grant.actsAsOwner,
  };
}
