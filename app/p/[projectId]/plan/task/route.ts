import { currentCaller } from "#app/_server/owner.ts";
import { peekOf } from "#app/_server/task-panes.ts";
import { rememberedVerdicts } from "#lib/wizard/checking.ts";
import { loadGeneration } from "#lib/wizard/load-generation.ts";

/** One file of the plan, to look into. */
export async function GET(request: Request, { params }: { params: Promise<{ projectId: string }> }): Promise<Response> {
  const { projectId } = await params;
  const path = new URL(request.url).searchParams.get("path");
  const caller = await currentCaller();
  const generation = caller ? await loadGeneration(caller, projectId) : null;
  const task = generation?.ok ? generation.value.tasks.find((one) => one.path === path) : undefined;
  if (!generation?.ok || !task) return new Response(null, { status: 404 });
  const view = await peekOf(generation.value, task, await rememberedVerdicts(generation.value));
  return Response.json(view, { headers: { "Cache-Control": "private, no-store" } });
}
