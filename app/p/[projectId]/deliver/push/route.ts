import { z } from "zod";
import { readJson } from "#app/_server/api/read-json.ts";
import { isOwnOrigin } from "#app/_server/own-origin.ts";
import { currentCaller } from "#app/_server/owner.ts";
import { pushOrderSchema } from "#lib/core/delivery/push-order.ts";
import { type Problem, refuse } from "#lib/core/result.ts";
import type { PushLine } from "#lib/core/view/push-view.ts";
import { log } from "#lib/io/log.ts";
import { pushRepository } from "#lib/wizard/push-repository.ts";

const asked = z.object({
  order: pushOrderSchema,
  without: z.int().min(0),
  report: z.boolean(),
  /** Empty where the person has signed in with a code. */
  token: z.string().max(1000),
});

const FAILED = refuse(
  "push",
  "failed",
  "The push broke off by a fault of ours.",
  "Continue: what has arrived is found again, and nothing is made twice.",
).error;

/**
 * Pushes a project and tells of it line by line, one JSON object each. The push goes on when its reader leaves; its end
 * stands in the log of deliveries. It runs here and not in the queue, so that the token stays in this process's memory.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ projectId: string }> },
): Promise<Response> {
  const { projectId } = await params;
  const origin = request.headers.get("origin");
  if (!(origin && isOwnOrigin(origin, request.headers)))
    return refused(403, refuse("origin", "foreign-origin", "This did not come from this site's own pages.").error);
  const caller = await currentCaller();
  if (!caller) return refused(404, refuse("project", "not-found", "There is no such project here.").error);
  const body = await readJson(request);
  const parsed = asked.safeParse(body.ok ? body.value : null);
  if (!parsed.success)
    return refused(422, refuse("push", "bad-request", "This is not a push.", "Reload the page and try again.").error);

  const lines = new TransformStream<PushLine, Uint8Array>({
    transform: (line, out) => out.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`)),
  });
  const writer = lines.writable.getWriter();
  const tell = (line: PushLine) => void writer.write(line).catch(() => undefined);
  pushRepository(caller, projectId, parsed.data, tell)
    .then((pushed) =>
      tell(pushed.ok ? { kind: "done", to: pushed.value } : { kind: "refused", problems: pushed.error }),
    )
    .catch((cause: unknown) => {
      log().error({ err: cause }, "a push failed");
      tell({ kind: "refused", problems: FAILED });
    })
    .finally(() => writer.close().catch(() => undefined));
  return new Response(lines.readable, { headers: STREAM });
}

const STREAM = {
  "Content-Type": "application/x-ndjson; charset=utf-8",
  // Neither caches nor compression may hold a line back.
  "Cache-Control": "private, no-store, no-transform",
  "X-Accel-Buffering": "no",
};

const refused = (status: number, problems: Problem[]): Response =>
  new Response(`${JSON.stringify({ kind: "refused", problems } satisfies PushLine)}\n`, { status, headers: STREAM });
