import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openapi } from "#lib/core/api/openapi.ts";
import type { Operation } from "#lib/core/api/operation.ts";

const ROOT = join(import.meta.dirname, "../../..");
type Respond = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** The file that Next would ask for an operation's path. */
export const routeFile = (path: string): string => `app${path.replace(/\{(\w+)\}/g, "[$1]")}/route.ts`;

/** Serves the route handlers of some operations, and their description, over real HTTP without Next. */
export async function serveRoutes(operations: readonly Operation[]): Promise<{ url: string; server: Server }> {
  const paths = [...new Set(operations.map(({ path }) => path))].map((path) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
  }));
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", "http://localhost");
    const found = paths.map((one) => ({ ...one, match: one.pattern.exec(url.pathname) })).find(({ match }) => match);
    const respond = found && ((await import(join(ROOT, routeFile(found.path)))) as Record<string, Respond | undefined>);
    const handler = respond?.[incoming.method ?? ""];
    const answer =
      url.pathname === "/openapi.json"
        ? Response.json(openapi(operations))
        : handler
          ? await handler(requestOf(incoming, url), { params: Promise.resolve(found?.match?.groups) })
          : new Response(null, { status: respond ? 405 : 404, headers: respond ? { Allow: "GET, POST" } : {} });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body) await pipeline(Readable.fromWeb(answer.body as never), outgoing).catch(() => {});
    else outgoing.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function requestOf(incoming: IncomingMessage, url: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct))
    for (const one of value ?? []) headers.append(name, one);
  const bare = incoming.method === "GET" || incoming.method === "HEAD";
  const body = bare ? {} : { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" as const };
  return new Request(url, { method: incoming.method ?? "GET", headers, ...body });
}
