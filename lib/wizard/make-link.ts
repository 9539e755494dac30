import { decide } from "#lib/core/project/decide.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import type { LinkScope } from "#lib/core/share/limits.ts";
import { type LinkView, linkView } from "#lib/core/view/link-view.ts";
import { insertLink } from "#lib/io/db/commands/change-link.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { hashLinkToken, newLinkToken, newShareId } from "#lib/io/link-token.ts";
import { type Caller, changeBy } from "./caller.ts";

export interface MakeLink {
  /** Tells this link from the others. */
  label: string;
  scope: LinkScope;
  /** How long it opens. */
  days: number;
}

/** Links of one project that may be open at the same time. */
const MOST_OPEN = 20;
const DAY_MS = 86_400_000;

/** Makes a link to a project for colleagues. The token is in the answer and nowhere else: it can never be shown again. */
export async function makeLink(
  caller: Caller,
  projectId: string,
  { label, scope, days }: MakeLink,
): Promise<Result<{ token: string; link: LinkView }>> {
  const token = newLinkToken();
  const row = {
    id: newShareId(),
    projectId,
    label: label.trim().normalize("NFC"),
    scope,
    createdAt: caller.now,
    expiresAt: new Date(caller.now.getTime() + days * DAY_MS),
  };
  const changed = await changeProject(
    changeBy(caller, projectId),
    [],
    async (state, tx) => {
      const open = await tx.shareLink.count({ where: { projectId, revokedAt: null, expiresAt: { gt: caller.now } } });
      if (open >= MOST_OPEN)
        return refuse(
          "links",
          "too-many",
          `This project has ${MOST_OPEN} links that open now.`,
          "Revoke one that is no longer used.",
        );
      // A number of days that is out of range has no date to write; `decide` refuses it by its name.
      const expiresAt = Number.isNaN(row.expiresAt.getTime()) ? "" : row.expiresAt.toISOString();
      return decide(state, { type: "make-link", linkId: row.id, label, scope, days, expiresAt });
    },
    (tx, { version }) => insertLink(tx, { ...row, tokenHash: hashLinkToken(token), version }),
  );
  return changed.ok
    ? ok({ token, link: linkView({ ...row, lastUsedAt: null, uses: 0, revokedAt: null }, caller.now) })
    : changed;
}
