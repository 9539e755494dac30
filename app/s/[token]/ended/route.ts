import { currentCaller } from "#app/_server/owner.ts";
import { said } from "#app/_server/responses.ts";
import { endedLink } from "#lib/wizard/open-link.ts";

/** Tells the owner of a link that it has ended, and where to make another; for everyone else there is nothing here. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const caller = await currentCaller();
  const ended = caller && (await endedLink(caller, (await params).token));
  if (!ended) return said(404, "There is nothing at this address for you.");
  const { link, projectId } = ended;
  const how = link.state === "revoked" ? "You revoked it." : `It ended on ${link.expiresAt.slice(0, 10)}.`;
  return said(410, `The link “${link.label}” opens nothing any more. ${how}\nMake another at /p/${projectId}/share`);
}
