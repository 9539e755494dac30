import { TOKENS_AT_ONCE } from "#lib/core/api/limits.ts";
import { decide } from "#lib/core/project/decide.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { type GrantView, grantView } from "#lib/core/view/grant-view.ts";
import { insertGrant } from "#lib/io/db/commands/change-grant.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { hashGrantToken, newGrantId, newGrantToken } from "#lib/io/grant-token.ts";
import { type Caller, changeBy } from "./caller.ts";

export interface GrantAgent {
  /** What the log calls the agent. */
  name: string;
  /** How long the token lasts. */
  days: number;
  /** May accept a file when every check has passed. */
  mayAccept: boolean;
  /** Opens the whole API of the project: for a program of the owner. */
  actsAsOwner?: boolean;
}

const DAY_MS = 86_400_000;

/** Gives an agent leave for one project. The token is in the answer and nowhere else: it can never be shown again. */
export async function grantAgent(
  caller: Caller,
  projectId: string,
  { name, days, mayAccept, actsAsOwner = false }: GrantAgent,
): Promise<Result<{ token: string; grant: GrantView }>> {
  const token = newGrantToken();
  const row = {
    id: newGrantId(),
    projectId,
    name: name.trim().normalize("NFC"),
    mayAccept,
    actsAsOwner,
    createdAt: caller.now,
    expiresAt: new Date(caller.now.getTime() + days * DAY_MS),
  };
  const changed = await changeProject(
    changeBy(caller, projectId),
    [],
    async (state, tx) => {
      const active = await tx.agentGrant.count({
        where: { projectId, revokedAt: null, expiresAt: { gt: caller.now } },
      });
      if (active >= TOKENS_AT_ONCE)
        return refuse(
          "grants",
          "too-many",
          `This project has ${TOKENS_AT_ONCE} tokens that are good now.`,
          "Revoke one that is no longer used.",
        );
      // A number of days that is out of range has no date to write; `decide` refuses it by its name.
      const expiresAt = Number.isNaN(row.expiresAt.getTime()) ? "" : row.expiresAt.toISOString();
      return decide(state, {
        type: "grant-agent",
        grantId: row.id,
        name: row.name,
        mayAccept,
        actsAsOwner,
        days,
        expiresAt,
      });
    },
    (tx) => insertGrant(tx, { ...row, tokenHash: hashGrantToken(token) }),
  );
  return changed.ok
    ? ok({ token, grant: grantView({ ...row, lastUsedAt: null, revokedAt: null }, caller.now) })
    : changed;
}
