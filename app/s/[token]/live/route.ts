import { eventStream, STREAM_HEADERS } from "#app/_server/event-stream.ts";
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
  if (!open) return new Response("There is nothing at this address for you.\n", { status: 404, headers: PLAIN });
  let gone = false;
  const look = async () => {
    if (gone) return null;
    const mark = await followLink(open.linkId, new Date());
    gone = mark === null;
    return { event: gone ? "gone" : "mark", data: mark ?? "gone", busy: true };
  };
  const stream = eventStream(`${open.linkId} ${addressOf(request.headers)}`, request.signal, look, AT_ONCE);
  if (!stream)
    return new Response("Too many pages follow this design from where you are.\n", { status: 429, headers: PLAIN });
  return new Response(stream, { headers: STREAM_HEADERS });
}

const PLAIN = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" } as const;
