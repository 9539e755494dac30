import { currentCaller } from "#app/_server/owner.ts";
import { said, savedAs } from "#app/_server/responses.ts";
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
  if (!loaded) return said(404, "There is no such project here.");
  const name = projectTitle(loaded.state).replace(/[^\w.-]+/g, "-");
  return savedAs(`${name}.answers.json`, "application/json", `${JSON.stringify(loaded.document, null, 2)}\n`);
}
