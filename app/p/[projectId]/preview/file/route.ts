import { highlight } from "#app/_server/highlight.ts";
import { currentCaller } from "#app/_server/owner.ts";
import { causesOf } from "#lib/core/view/consequences-of.ts";
import type { FileView } from "#lib/core/view/consequences-view.ts";
import { diffLines } from "#lib/core/view/diff-lines.ts";
import { loadProject } from "#lib/wizard/load-project.ts";
import { previewFile } from "#lib/wizard/preview-files.ts";

const MARKS = { added: "+", removed: "-", changed: "~", same: "" } as const;

/** One file of the preview: its text, what the last change did to it, and why it is there. */
export async function GET(request: Request, { params }: { params: Promise<{ projectId: string }> }): Promise<Response> {
  const { projectId } = await params;
  const path = new URL(request.url).searchParams.get("path") ?? "";
  const caller = await currentCaller();
  const loaded = caller ? await loadProject(caller, projectId) : null;
  if (!caller || !loaded) return new Response(null, { status: 404 });
  const file = await previewFile(caller, projectId, path);
  if (!file.ok) return Response.json({ problems: file.error }, { status: 404 });
  const view: FileView = {
    path: file.value.path,
    mark: MARKS[file.value.mark],
    purpose: file.value.purpose,
    unfinished: false,
    text: await highlight(path, file.value.text ?? file.value.gap ?? ""),
    diff: file.value.mark === "changed" ? diffLines(file.value.hunks) : [],
    because: causesOf(loaded.state, file.value.because),
  };
  return Response.json(view, { headers: { "Cache-Control": "private, no-store" } });
}
