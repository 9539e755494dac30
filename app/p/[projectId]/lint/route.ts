import { z } from "zod";
import { readJson } from "#app/_server/api/read-json.ts";
import { asOwner } from "#app/_server/as-owner.ts";
import { PROBLEM_KINDS } from "#lib/core/api/problem.ts";
import { checkedView } from "#lib/core/view/task-view.ts";
import { lintText } from "#lib/wizard/lint-text.ts";

const HEADERS = { "Cache-Control": "private, no-store" };
const body = z.object({ path: z.string().min(1).max(240), text: z.string().max(300_000) });
const STATUS: Readonly<Record<string, number>> = { "not-found": 404, "foreign-origin": 403, "bad-request": 400 };

/** Checks a text while it is being typed; nothing of it is kept. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ projectId: string }> },
): Promise<Response> {
  const { projectId } = await params;
  const sent = await readJson(request);
  if (!sent.ok) return problem(PROBLEM_KINDS[sent.error.code].status, sent.error.detail);
  const checked = await asOwner(body, sent.value, (caller, { path, text }) => lintText(caller, projectId, path, text));
  if (!checked.ok)
    return Response.json(
      { problems: checked.error },
      { status: STATUS[checked.error[0]?.code ?? ""] ?? 422, headers: HEADERS },
    );
  return Response.json(checkedView({ sha256: "", ...checked.value }), { headers: HEADERS });
}

const problem = (status: number, message: string): Response =>
  Response.json({ problems: [{ path: "body", code: "bad-request", message }] }, { status, headers: HEADERS });
