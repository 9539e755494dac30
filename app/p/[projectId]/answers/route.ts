import { currentCaller } from "#app/_server/owner.ts";
import { projectTitle } from "#lib/core/view/journey-view.ts";
import { loadProject } from "#lib/wizard/load-project.ts";

/** The answers so far as a file; complete or not, it starts a project again. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ projectId: string }> },
): Promise<Response> {
  const { projectId } = await params;
  const caller = await currentCaller();
  const loaded = caller ? await loadProject(caller, projectId) : null;
  if (!loaded)
    return new Response("There is no such project here.\n", {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const name = projectTitle(loaded.state).replace(/[^\w.-]+/g, "-");
  return new Response(`${JSON.stringify(loaded.document, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${name}.answers.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}
