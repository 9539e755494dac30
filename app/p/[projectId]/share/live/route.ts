import { eventStream, STREAM_HEADERS } from "#app/_server/event-stream.ts";
import { currentCaller } from "#app/_server/owner.ts";
import { said } from "#app/_server/responses.ts";
import { STREAMS_AT_ONCE } from "#lib/core/api/limits.ts";
import { followDiscussion } from "#lib/wizard/load-discussion.ts";

/** News of the discussion for the owner as server-sent events: `mark` whenever the share page would look otherwise. */
export async function GET(request: Request, { params }: { params: Promise<{ projectId: string }> }): Promise<Response> {
  const { projectId } = await params;
  const caller = await currentCaller();
  if (!caller || (await followDiscussion(caller, projectId)) === null)
    return said(404, "There is no such project here.");
  const stream = eventStream(caller.ownerHash, request.signal, async () => {
    const mark = await followDiscussion(caller, projectId);
    return mark === null ? null : { event: "mark", data: mark, busy: true };
  });
  if (!stream)
    return said(
      429,
      `${STREAMS_AT_ONCE} pages of yours follow changes already. Close one of them, then reload this one.`,
    );
  return new Response(stream, { headers: STREAM_HEADERS });
}
