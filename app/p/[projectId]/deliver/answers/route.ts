import { currentCaller } from "#app/_server/owner.ts";
import { answersFile } from "#lib/core/catalog/answers.ts";
import { loadGeneration } from "#lib/wizard/load-generation.ts";

/** The answers file: the same document that every entry point reads and that the repository carries. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ projectId: string }> },
): Promise<Response> {
  const { projectId } = await params;
  const caller = await currentCaller();
  const generation = caller ? await loadGeneration(caller, projectId) : null;
  if (!generation?.ok)
    return new Response("There is no complete design here.\n", {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const { design } = generation.value;
  return new Response(answersFile(design.answers), {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${design.repositoryName}.answers.json"`,
      "Cache-Control": "private, no-store",
    },
  });
}
