import { decide } from "#lib/core/project/decide.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { revokeLinkRow } from "#lib/io/db/commands/change-link.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";

/** Closes a link at once. Revoking twice is no mistake and stands in the log once. */
export async function revokeLink(caller: Caller, projectId: string, linkId: string): Promise<Result<true>> {
  const changed = await changeProject(
    changeBy(caller, projectId),
    [],
    async (state, tx) => {
      const link = await tx.shareLink.findFirst({ where: { id: linkId, projectId } });
      if (!link)
        return refuse(
          "link",
          "not-found",
          "There is no such link in this project.",
          "Reload its links, then name one of them.",
        );
      return link.revokedAt ? ok([]) : decide(state, { type: "revoke-link", linkId, label: link.label });
    },
    (tx) => revokeLinkRow(tx, projectId, linkId, caller.now),
  );
  return changed.ok ? ok(true) : changed;
}
