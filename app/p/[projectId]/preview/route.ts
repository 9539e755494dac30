import { currentCaller } from "#app/_server/owner.ts";
import { consequencesOf } from "#lib/core/view/consequences-of.ts";
import { loadProject } from "#lib/wizard/load-project.ts";
import { previewFiles } from "#lib/wizard/preview-files.ts";

const HEADERS = { "Cache-Control": "private, no-store" };

/** The consequences panel of the answers as they are stored. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ projectId: string }> },
): Promise<Response> {
  const { projectId } = await params;
  const caller = await currentCaller();
  const loaded = caller ? await loadProject(caller, projectId) : null;
  if (!caller || !loaded) return new Response(null, { status: 404 });
  const rendering = await previewFiles(caller, projectId);
  if (!rendering.ok) return Response.json({ problems: rendering.error }, { status: 422, headers: HEADERS });
  return Response.json(consequencesOf(loaded.state, rendering.value), { headers: HEADERS });
}
