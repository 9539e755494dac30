import { changesProject } from "#lib/core/api/operation.ts";
import type { ProblemCode } from "#lib/core/api/problem.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { type RecognisedAgent, recogniseAgent } from "#lib/wizard/recognise-agent.ts";
import { type AgentDesk, agentDesk } from "./agent-desk.ts";
import { noteProved } from "./api/allowance.ts";
import { documentAnswer } from "./api/answer.ts";
import { once } from "./api/once.ts";
import { precondition, type Seen } from "./api/precondition.ts";
import { refusal } from "./api/refuse.ts";
import type { Call } from "./api/route.ts";
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

/** Who came to a project, and what they may do there. */
interface Visitor {
  caller: Caller;
  mayAccept: boolean;
  owns: boolean;
  /** Which of the owner's keys they hold; the Idempotency-Keys of others are other keys. */
  by: string;
}

/**
 * Who asks about a project: by a token for that one project, or by its owner's cookie, which changes nothing unless the
 * request names our own origin. A token given counts alone, so that no cookie helps a bad one.
 */
async function visitorOf(request: Request, projectId: string): Promise<Visitor | Response> {
  if (request.headers.has("authorization")) {
    const agent = await agentOf(request);
    if (!agent) return noToken(request);
    if (agent.projectId !== projectId) return refusal("not-found");
    const { mayAccept, actsAsOwner, grantId } = agent;
    // What the owner's own program does is the owner's act, under the program's name.
    const actor = { kind: actsAsOwner ? "owner" : "agent", name: agent.caller.actor.name } as const;
    return { caller: { ...agent.caller, actor }, mayAccept: mayAccept || actsAsOwner, owns: actsAsOwner, by: grantId };
  }
  const owner = ownerOf(request);
  if (!owner) return noToken(request);
  const origin = request.headers.get("origin");
  const safe = request.method === "GET" || request.method === "HEAD";
  if (!safe && !(origin && isOwnOrigin(origin, request.headers)))
    return refusal("foreign-origin", {
      detail: "With the owner's cookie a change has to come from this site's own pages. Programs send a token instead.",
    });
  return { caller: owner, mayAccept: true, owns: true, by: "owner" };
}

/** A call about a project. */
type ProjectCall = Call<{ project: string; task?: string }, unknown, unknown>;
type Told = Response | Promise<Result<object> | Response>;

/** Answers a call about a project from its desk: its value as JSON, its refusal as a problem. */
export const atDesk = (call: ProjectCall, act: (desk: AgentDesk, seen: Seen) => Told): Promise<Response> =>
  visited(call, ({ caller, mayAccept }, seen) => act(agentDesk(caller, call.params.project, mayAccept), seen));

/** Answers a call that only the owner or a program of theirs may make. */
export const asProjectOwner = (call: ProjectCall, act: (caller: Caller, seen: Seen) => Told): Promise<Response> =>
  visited(call, ({ caller, owns }, seen) =>
    owns
      ? act(caller, seen)
      : refusal("not-allowed", {
          detail: "This token is an agent's. Its owner can, or a token that acts as the owner.",
        }),
  );

async function visited(call: ProjectCall, act: (visitor: Visitor, seen: Seen) => Told): Promise<Response> {
  const { request, operation, params, query, body } = call;
  const visitor = await visitorOf(request, params.project);
  if (visitor instanceof Response) return visitor;
  const respond = async (): Promise<Response> => {
    const seen = await precondition(call, visitor.caller);
    if (seen instanceof Response) return seen;
    const told = await act(visitor, seen);
    if (told instanceof Response) return told;
    return told.ok ? documentAnswer(request, told.value) : refused(told.error);
  };
  if (!changesProject(operation)) return respond();
  const said = [operation.id, params, query, body];
  return once(request, `${params.project}:${visitor.by}`, said, respond, operation.answer.shownOnce);
}

/** How refusals of the verbs read over HTTP; anything else does not fit the present state. */
const KINDS: Readonly<Record<string, ProblemCode>> = {
  "not-found": "not-found",
  "bad-text": "wrong-answers",
  empty: "wrong-answers",
  "too-long": "wrong-answers",
  line_break: "wrong-answers",
  broken_character: "wrong-answers",
  control_character: "wrong-answers",
  bidi_control: "wrong-answers",
  "no-room": "no-room",
  "stale-task": "state-changed",
  "stale-version": "state-changed",
};

/** The refusal of a verb as a response. */
const refused = (problems: readonly Problem[]): Response =>
  refusal(KINDS[problems[0]?.code ?? ""] ?? "conflict", { problems });
