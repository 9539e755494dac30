import type { LinkScope } from "#lib/core/share/limits.ts";
import { type LinkView, linkView } from "#lib/core/view/link-view.ts";
import { noteLinkUse } from "#lib/io/db/commands/change-link.ts";
import { linkMark } from "#lib/io/db/queries/get-discussion.ts";
import { findEndedLink, findOpenLink } from "#lib/io/db/queries/get-links.ts";
import { hashLinkToken, isLinkToken } from "#lib/io/link-token.ts";
import type { Caller } from "./caller.ts";

/** What the holder of a link may look at, and in whose name it is read. */
export interface OpenLink {
  linkId: string;
  projectId: string;
  scope: LinkScope;
  label: string;
  /** The project's version when the link was made. */
  version: number;
  /** ISO 8601. */
  createdAt: string;
  expiresAt: string;
  /** Reads what the project's owner could read; never to be given to a verb that writes. */
  caller: Caller;
}

/** What a token opens; null for one that is unknown, expired or revoked, or whose project is gone: all alike. */
export async function openLink(token: string, now: Date): Promise<OpenLink | null> {
  if (!isLinkToken(token)) return null;
  const link = await findOpenLink(hashLinkToken(token), now);
  return (
    link && {
      linkId: link.id,
      projectId: link.projectId,
      scope: link.scope,
      label: link.label,
      version: link.version,
      createdAt: link.createdAt.toISOString(),
      expiresAt: link.expiresAt.toISOString(),
      caller: { ownerHash: link.project.ownerHash, actor: { kind: "reviewer", name: "" }, now },
    }
  );
}

/** Notes that somebody opened the page of a link. */
export const noteUse = ({ linkId, caller }: OpenLink): Promise<void> => noteLinkUse(linkId, caller.now);

/** A link that no longer opens, for its owner; null for everyone else and for tokens that never opened anything. */
export async function endedLink(
  { ownerHash, now }: Pick<Caller, "ownerHash" | "now">,
  token: string,
): Promise<{ projectId: string; link: LinkView } | null> {
  if (!isLinkToken(token)) return null;
  const row = await findEndedLink(hashLinkToken(token), ownerHash, now);
  return row && { projectId: row.projectId, link: linkView(row, now) };
}

/** A text that changes whenever the page of a link would show something else; null from the moment the link is closed. */
export const followLink = (linkId: string, now: Date): Promise<string | null> => linkMark(linkId, now);
