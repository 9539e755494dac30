import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { outageOf, RETRY_SECONDS } from "./db/outage.ts";
import { noteLeaving } from "./health.ts";
import { log } from "./log.ts";
import { webMetrics } from "./metrics/web-metrics.ts";
import { type RequestContext, requestIdFrom, requests } from "./request-context.ts";
import { routeTemplate } from "./route-templates.ts";

/** Asked every few seconds by machines; a line for each would bury the others. */
const QUIET = /^\/(livez|readyz|metrics|_next\/static)$/;

/** What a client that left before the end of its answer counts as. */
const CLIENT_LEFT = 499;

/**
 * Sees every request of this process before the framework does: gives it an id, and writes one line and one measurement
 * when its answer has ended. Both name the template of the address, never the address.
 */
export function watchRequests(): void {
  process.once("SIGTERM", noteLeaving);
  const { inFlight, requests: durations } = webMetrics();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const begun = performance.now();
    const context: RequestContext = { id: requestIdFrom(request.headers["x-request-id"]) };
    // Everything that this request causes finds its context from here on.
    requests().enterWith(context);
    request.headers["x-request-id"] = context.id;
    response.setHeader("X-Request-Id", context.id);
    tellUnavailable(response, context);
    inFlight.inc();
    response.once("close", () => {
      inFlight.dec();
      const route = routeTemplate((request.url ?? "").split("?", 1)[0] ?? "");
      const status = response.writableFinished ? response.statusCode : CLIENT_LEFT;
      const method = request.method ?? "";
      const ms = performance.now() - begun;
      durations.observe({ route, method, status }, ms / 1_000);
      const line = { requestId: context.id, method, route, status, ms: Math.round(ms) };
      if (QUIET.test(route)) log().debug(line, "request");
      else log().info(line, "request");
    });
  });
}

/** The framework knows only 500 for what a page throws; a client should hear that it may come again. */
function tellUnavailable(response: ServerResponse, context: RequestContext): void {
  const write = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...head: unknown[]) {
    if (context.instead && head[0] === 500) {
      head[0] = context.instead;
      if (context.instead >= 503) this.setHeader("Retry-After", RETRY_SECONDS);
    }
    return Reflect.apply(write, this, head);
  } as typeof response.writeHead;
}

/**
 * The status of a failure before any of our code ran: what was sent to an action was no message of its protocol, or too
 * long. Null when a line of ours, or of a package that we call, took part in it.
 */
function unreadableStatus(cause: unknown): 400 | 413 | null {
  if (!(cause instanceof Error)) return null;
  const frames = (cause.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const framework = frames.every((line) => /node_modules[/_]next[/_]|\(?node:|<anonymous>/.test(line));
  if (frames.length === 0 || !framework) return null;
  return cause.message.startsWith("Body exceeded") ? 413 : 400;
}

/** What the framework hands over about an error of a page, an action or a route. */
interface FailedRequest {
  method: string;
  headers: Record<string, string | string[] | undefined>;
}

/** Writes what failed to the log, under the id that the error page shows (`digest`). */
export function noteRequestError(
  cause: unknown,
  request: FailedRequest,
  place: { routePath: string; routeType: string },
): void {
  const context = requests().getStore();
  const outage = outageOf(cause);
  const unreadable = place.routeType === "action" && unreadableStatus(cause);
  if (context && outage) context.instead = outage === "no-room" ? 507 : 503;
  else if (context && unreadable) context.instead = unreadable;
  const line = {
    requestId: context?.id ?? request.headers["x-request-id"],
    method: request.method,
    route: place.routePath,
    part: place.routeType,
    err: cause,
  };
  if (unreadable) log().info({ ...line, err: undefined }, "a request to an action could not be read");
  else if (outage) log().warn(line, "a request failed because the database could not be used");
  else log().error(line, "a request failed");
}
