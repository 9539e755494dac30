import type { Instrumentation } from "next";

/** Methods that a web Request cannot have. */
const UNSPEAKABLE = ["TRACE", "TRACK"];

/**
 * Answers what still comes on open connections with "Connection: close" once the server was told to leave, and ends those
 * that fall idle: Next waits for the last connection, and a busy client would keep its own open for ever.
 */
async function closeWhenLeaving(): Promise<void> {
  const { subscribe } = await import("node:diagnostics_channel");
  let leaving = false;
  process.once("SIGTERM", () => {
    leaving = true;
  });
  subscribe("http.server.request.start", (message) => {
    if (leaving) (message as { response: { shouldKeepAlive: boolean } }).response.shouldKeepAlive = false;
  });
  subscribe("http.server.response.finish", (message) => {
    const { server } = message as { server: { closeIdleConnections(): void } };
    if (leaving) setImmediate(() => server.closeIdleConnections());
  });
}

/** Whether an address can be decoded: on one that cannot, Next fails with a 500 where nothing is simply there. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * Adds the peer's address to X-Forwarded-For, as any proxy does. Next fills that header only when the client sent none,
 * so without this a client could choose the address it is counted under. And renames the methods on which Next fails with
 * a 500, so that `proxy.ts` can refuse them like any other that nobody knows.
 */
async function nameThePeer(): Promise<void> {
  const { subscribe } = await import("node:diagnostics_channel");
  subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as {
      request: { method: string; url: string; headers: Record<string, string | string[] | undefined> };
      socket: { remoteAddress?: string };
    };
    if (UNSPEAKABLE.includes(request.method)) request.method = "UNKNOWN";
    if (!isReadable(request.url)) request.url = request.url.replaceAll("%", "%25");
    const claimed = request.headers["x-forwarded-for"];
    request.headers["x-forwarded-for"] = [claimed, socket.remoteAddress ?? "unknown"].flat().filter(Boolean).join(", ");
  });
}

export async function register(): Promise<void> {
  // Asked this way round, so that nothing of Node is bundled for the other runtime.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    await nameThePeer();
    await closeWhenLeaving();
    const { watchRequests } = await import("#lib/io/watch-requests.ts");
    watchRequests();
    if (process.env.NODE_ENV === "production" && !process.stdout.isTTY) {
      const { consoleToLog } = await import("#lib/io/console-to-log.ts");
      consoleToLog();
    }
  }
}

/** What a page, an action or a route throws reaches the log under the id that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (cause, request, place) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { noteRequestError } = await import("#lib/io/watch-requests.ts");
    noteRequestError(cause, request, place);
  }
};
