import type { ProblemCode } from "#lib/core/api/problem.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import { type RecognisedAgent, recogniseAgent } from "#lib/wizard/recognise-agent.ts";
import { type AgentDesk, agentDesk } from "./agent-desk.ts";
import { noteProved } from "./api/allowance.ts";
import { jsonAnswer } from "./api/answer.ts";
import { refusal } from "./api/refuse.ts";
import { isOwnOrigin } from "./own-origin.ts";
import { ownerOf } from "./owner-cookie.ts";

/** The token of a request; null without one, and for any other scheme. */
const bearerOf = ({ headers }: Request): string | null =>
  /^Bearer +(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;

/** The agent whose token a request carries; null when there is none or it is no longer good. */
export async function agentOf(request: Request): Promise<RecognisedAgent | null> {
  const token = bearerOf(request);
  const agent = token ? await recogniseAgent(token, new Date()) : null;
  if (agent) noteProved(request);
  return agent;
}

/** The refusal of a request without a good token, the same whatever exists. */
export const noToken = (request: Request): Response => {
  const challenge = bearerOf(request) ? 'Bearer realm="plumbline", error="invalid_token"' : 'Bearer realm="plumbline"';
  return refusal("no-token", {}, { "WWW-Authenticate": challenge });
};

/**
 * The desk for a project: by an agent's token for that one project, or by its owner's cookie, which changes nothing
 * unless the request names our own origin. A token given counts alone, so that no cookie helps a bad one.
 */
async function deskFor(request: Request, projectId: string): Promise<AgentDesk | Response> {
  if (request.headers.has("authorization")) {
    const agent = await agentOf(request);
    if (!agent) return noToken(request);
    return agent.projectId === projectId ? agentDesk(agent.caller, projectId, agent.mayAccept) : refusal("not-found");
  }
  const owner = ownerOf(request);
  if (!owner) return noToken(request);
  const origin = request.headers.get("origin");
  const safe = request.method === "GET" || request.method === "HEAD";
  if (!safe && !(origin && isOwnOrigin(origin, request.headers)))
    return refusal("foreign-origin", {
      detail: "With the owner's cookie a change has to come from this site's own pages. Programs send a token instead.",
    });
  return agentDesk(owner, projectId, true);
}

/** Answers a call about a project from its desk: its value as JSON, its refusal as a problem. */
export async function atDesk(
  { request, params }: { request: Request; params: { project: string } },
  act: (desk: AgentDesk) => Promise<Result<unknown>> | Response,
): Promise<Response> {
  const desk = await deskFor(request, params.project);
  if (desk instanceof Response) return desk;
  const told = await act(desk);
  if (told instanceof Response) return told;
  return told.ok ? jsonAnswer(told.value) : refused(told.error);
}

/** How refusals of the verbs read over HTTP; anything else does not fit the present state. */
const KINDS: Readonly<Record<string, ProblemCode>> = { "not-found": "not-found", "bad-text": "wrong-answers" };

/** The refusal of a verb as a response. */
const refused = (problems: readonly Problem[]): Response =>
  refusal(KINDS[problems[0]?.code ?? ""] ?? "conflict", { problems });
