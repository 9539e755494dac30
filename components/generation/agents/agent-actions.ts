import type { Result } from "#lib/core/result.ts";

export interface NewGrant {
  name: string;
  days: number;
  mayAccept: boolean;
  /** For a program of the person's own: the whole API of the project. */
  actsAsOwner: boolean;
}

/** What the agents page can ask of the server. The token of a new grant is in the answer, and never again. */
export interface AgentActions {
  grant(grant: NewGrant): Promise<Result<{ token: string }>>;
  revoke(grantId: string): Promise<Result<true>>;
}
