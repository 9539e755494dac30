import { eventStream, STREAM_HEADERS } from "#app/_server/event-stream.ts";
import { said } from "#app/_server/responses.ts";
import { addressOf } from "#app/_server/share/lookups.ts";
import { findOpen } from "#app/_server/share/open-link.ts";
import { followLink } from "#lib/wizard/open-link.ts";

/** Pages of one link that one address may follow at a time: a whole team may sit behind one. */
const AT_ONCE = 20;

/**
 * News of a shared design as server-sent events: `mark` whenever a page of it would look otherwise, `gone` when the link
 * is revoked or has ended. Every process looks for itself, so a link that is revoked anywhere is gone everywhere.
 */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const open = await findOpen((await params).token);
  if (!open) return said(404, "There is nothing at this address for you.");
  let gone = false;
  const look = async () => {
    if (gone) return null;
    const mark = await followLink(open.linkId, new Date());
    gone = mark === null;
    return { event: gone ? "gone" : "mark", data: mark ?? "gone", busy: true };
  };
  const stream = eventStream(`${open.linkId} ${addressOf(request.headers)}`, request.signal, look, AT_ONCE);
  if (!stream) return said(429, "Too many pages follow this design from where you are.");
  return new Response(stream, { headers: STREAM_HEADERS });
}
