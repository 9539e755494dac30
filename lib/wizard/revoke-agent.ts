import { decide } from "#lib/core/project/decide.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { type GrantView, grantView } from "#lib/core/view/grant-view.ts";
import { revokeGrant } from "#lib/io/db/commands/change-grant.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { listGrants } from "#lib/io/db/queries/get-grants.ts";
import { type Caller, changeBy } from "./caller.ts";

/** Takes an agent's leave away at once. Revoking twice is no mistake and stands in the log once. */
export async function revokeAgent(caller: Caller, projectId: string, grantId: string): Promise<Result<GrantView[]>> {
  const changed = await changeProject(
    changeBy(caller, projectId),
    [],
    async (state, tx) => {
      const grant = await tx.agentGrant.findFirst({ where: { id: grantId, projectId } });
      if (!grant)
        return refuse(
          "grant",
          "not-found",
          "There is no such token in this project.",
          "Reload the page to see its tokens.",
        );
      return grant.revokedAt ? ok([]) : decide(state, { type: "revoke-agent", grantId, name: grant.name });
    },
    (tx) => revokeGrant(tx, projectId, grantId, caller.now),
  );
  if (!changed.ok) return changed;
  const left = (await listGrants(projectId, caller.ownerHash)) ?? [];
  return ok(left.map((row) => grantView(row, caller.now)));
}
