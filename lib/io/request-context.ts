import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";

/** What belongs to one request of the web server, wherever its work goes on. */
export interface RequestContext {
  /** Stands in the answer's X-Request-Id and in every line of the log about this request. */
  id: string;
  /** What its answer says instead of 500 when it failed because the database is away, its disk full, or the request no message. */
  instead?: 400 | 413 | 503 | 507;
}

// One for each process: Next bundles routes apart, and all of them have to find the same.
const shared = globalThis as { plumblineRequests?: AsyncLocalStorage<RequestContext> };

/** Where a request's context is found. */
export function requests(): AsyncLocalStorage<RequestContext> {
  shared.plumblineRequests ??= new AsyncLocalStorage();
  return shared.plumblineRequests;
}

/** The id of the request that is being answered; nothing outside of one. */
export const requestId = (): string | undefined => requests().getStore()?.id;

/** The id that a proxy in front gave a request when it has the form of one, or a fresh one. */
export const requestIdFrom = (sent: unknown): string =>
  typeof sent === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/.test(sent) ? sent : randomUUID();
