import type { Actor } from "#lib/core/project/state.ts";
import type { ChangeRequest } from "#lib/io/db/commands/change-project.ts";

/** Who calls a verb, and when; made at the edge (cookie, token, command line). */
export interface Caller {
  ownerHash: string;
  actor: Actor;
  now: Date;
}

/** A verb's request to change one project on behalf of its caller. */
export function changeBy(caller: Caller, projectId: string, expected?: number): ChangeRequest {
  return {
    projectId,
    ownerHash: caller.ownerHash,
    actor: caller.actor,
    at: caller.now,
    ...(expected === undefined ? {} : { expected }),
  };
}
