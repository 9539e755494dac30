import { eventStream, STREAM_HEADERS } from "#app/_server/event-stream.ts";
import { currentCaller } from "#app/_server/owner.ts";
import { said } from "#app/_server/responses.ts";
import { STREAMS_AT_ONCE } from "#lib/core/api/limits.ts";
import { loadRuns } from "#lib/wizard/load-runs.ts";

/**
 * The runs of a project as server-sent events: `runs`, with the whole view, at once and whenever it changed. A page
 * that lost the connection, or whose server was started again, connects anew and has everything.
 */
export async function GET(request: Request, { params }: { params: Promise<{ projectId: string }> }): Promise<Response> {
  const { projectId } = await params;
  const caller = await currentCaller();
  if (!caller) return NOT_HERE();
  const first = await loadRuns(caller, projectId).catch(() => null);
  if (first && !first.ok) return NOT_HERE();
  const stream = eventStream(caller.ownerHash, request.signal, async () => {
    const view = await loadRuns(caller, projectId);
    return view.ok ? { event: "runs", data: JSON.stringify(view.value), busy: isBusy(view.value.runs) } : null;
  });
  if (!stream)
    return said(429, `${STREAMS_AT_ONCE} pages of yours follow runs already. Close one of them, then reload this one.`);
  return new Response(stream, { headers: STREAM_HEADERS });
}

const isBusy = (runs: readonly { status: string }[]): boolean =>
  runs.some(({ status }) => status === "queued" || status === "running");

const NOT_HERE = (): Response => said(404, "There is no such project here.");
