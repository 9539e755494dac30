import { z } from "zod";
import type { Operation } from "#lib/core/api/operation.ts";
import { shaped } from "#lib/core/catalog/shape.ts";
import { err, type Result } from "#lib/core/result.ts";
import { outageOf, RETRY_SECONDS } from "#lib/io/db/outage.ts";
import { log } from "#lib/io/log.ts";
import { rateLimitHeaders } from "#lib/io/rate-limit.ts";
import { requestId } from "#lib/io/request-context.ts";
import { isOwnOrigin } from "../own-origin.ts";
import { isProved, takeOfAddress, takeOfToken } from "./allowance.ts";
import { readJson } from "./read-json.ts";
import { refusal } from "./refuse.ts";

/** What a handler is given: everything of the request, read as its operation declares. */
export interface Call<P, Q, B> {
  operation: Operation;
  request: Request;
  params: P;
  query: Q;
  body: B;
}

/** Next gives a route without parameters none at all. */
type Handler = (request: Request, context: { params: Promise<object | undefined> }) => Promise<Response>;
interface Endpoint {
  operation: Operation;
  respond: Handler;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Exports = Record<(typeof METHODS)[number], Handler>;

/** One operation with what it does. */
export function on<P, Q, B>(
  operation: Operation<P, Q, B>,
  handle: (call: Call<P, Q, B>) => Response | Promise<Response>,
): Endpoint {
  const respond: Handler = async (request, context) => {
    const params = shaped<unknown>(operation.params ?? NOTHING, (await context.params) ?? {}, "");
    if (!params.ok) return refusal("not-found", { problems: params.error });
    const query = readQuery(operation, new URL(request.url).searchParams);
    if (!query.ok) return refusal("bad-parameters", { problems: query.error });
    const read = { operation: operation as Operation, request, params: params.value as P, query: query.value as Q };
    if (!operation.body) return handle({ ...read, body: undefined as B });
    const json = await readJson(request, operation.body.plain);
    if (!json.ok) return refusal(json.error.code, { detail: json.error.detail }, ACCEPTED);
    const body = operation.body.read(json.value);
    return body.ok ? handle({ ...read, body: body.value }) : refusal("wrong-answers", { problems: body.error });
  };
  return { operation: operation as Operation, respond };
}

/** What a `route.ts` exports: its operations, and a refusal with `Allow` for every other method. */
export function route(...endpoints: readonly Endpoint[]): Exports {
  const known = endpoints.map(({ operation }) => operation.method.toUpperCase());
  const allow = [...known, ...(known.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const proves = endpoints.some(({ operation }) => operation.grant);
  const answered = async (method: string, ...[request, context]: Parameters<Handler>): Promise<Response> => {
    if (method === "OPTIONS") return new Response(null, { status: 204, headers: { Allow: allow } });
    const endpoint = endpoints[known.indexOf(method === "HEAD" ? "GET" : method)];
    if (!endpoint) return refusal("wrong-method", { detail: `Use ${known.join(" or ")}.` }, { Allow: allow });
    const answer = await endpoint.respond(request, context);
    if (method !== "HEAD") return answer;
    await answer.body?.cancel();
    return new Response(null, answer);
  };
  const handler =
    (method: string): Handler =>
    (request, context) =>
      guarded(request, () => answered(method, request, context), proves);
  return Object.fromEntries(METHODS.map((method) => [method, handler(method)])) as Exports;
}

/**
 * Every request: refused to pages of other sites, counted, and answered as a problem whatever goes wrong.
 * @param proves whether tokens are proved here, so that a good one is counted by itself
 */
export async function guarded(request: Request, respond: () => Promise<Response>, proves = false): Promise<Response> {
  const ofToken = proves ? takeOfToken(request) : null;
  let allowance = ofToken ?? takeOfAddress(request);
  let answer = await decide(request, allowance.allowed, respond).catch(failure);
  // A token that was never proved counts by address, or each made-up one would bring its own allowance.
  if (ofToken?.allowed && !isProved(request)) {
    allowance = takeOfAddress(request);
    if (!allowance.allowed) answer = refusal("too-many-requests");
  }
  for (const [name, value] of Object.entries(rateLimitHeaders(allowance))) answer.headers.set(name, value);
  return answer;
}

/** What is answered to whoever met a failure of ours; the log has it under the id that `instance` names. */
function failure(cause: unknown): Response {
  const instance = requestId() ?? crypto.randomUUID();
  const outage = outageOf(cause);
  if (outage) log().warn({ err: cause, instance }, "the API could not answer");
  else log().error({ err: cause, instance }, "the API failed");
  return refusal(outage ?? "fault", { instance }, outage ? { "Retry-After": RETRY_SECONDS } : {});
}

async function decide(request: Request, allowed: boolean, respond: () => Promise<Response>): Promise<Response> {
  const origin = request.headers.get("origin");
  if (origin !== null && !isOwnOrigin(origin, request.headers)) return refusal("foreign-origin");
  return allowed ? respond() : refusal("too-many-requests");
}

const ACCEPTED = { "Accept-Post": "application/json" };

/** What an operation without parameters takes. */
const NOTHING = z.strictObject({});

/** The parameters after the question mark; each may stand there once. */
function readQuery({ query = NOTHING }: Operation, sent: URLSearchParams): Result<unknown> {
  const twice = [...new Set(sent.keys())].filter((name) => sent.getAll(name).length > 1);
  if (twice.length > 0)
    return err(
      twice.map((path) => ({
        path,
        code: "repeated",
        message: "This stands there more than once.",
        hint: "Name it once.",
      })),
    );
  return shaped<unknown>(query, Object.fromEntries(sent), "");
}
