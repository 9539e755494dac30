import { currentCaller } from "#app/_server/owner.ts";
import { said, savedAs } from "#app/_server/responses.ts";
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
  if (!generation?.ok) return said(404, "There is no complete design here.");
  const { design } = generation.value;
  return savedAs(`${design.repositoryName}.answers.json`, "application/json", answersFile(design.answers));
}
