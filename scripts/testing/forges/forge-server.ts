import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How a request goes wrong. */
export type Fault =
  /** The connection breaks before or after the request took effect. */
  | "drop before"
  | "drop after"
  /** It takes effect, but the answer ends in the middle. */
  | "cut"
  | "error 500"
  | "slow down"
  /** No answer, ever. */
  | "hang";

export interface Asked {
  method: string;
  /** Without the API's prefix, decoded. */
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  headers: IncomingMessage["headers"];
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One route: method, the form of its path, and what it does with the parts of it. */
export type Route = readonly [method: string, path: RegExp, act: (asked: Asked, parts: string[]) => Answer];

export interface ForgeServer {
  /** The address of the site, such as a person would configure. */
  url: string;
  /** Requests so far, as `POST /user/repos`. */
  log: string[];
  /** Decides for each request whether and how it goes wrong; the number counts from 0. */
  fault: (number: number, request: string) => Fault | null;
  close(): Promise<void>;
}

interface Behaviour {
  /** Where the API begins, such as `/api/v3`. */
  prefix: string;
  routes: readonly Route[];
  notFound: Answer;
  /** What the forge answers when it wants the client to slow down. */
  slowDown: Answer;
  /** Headers of every answer. */
  headers(): Record<string, string>;
  authorise(asked: Asked): Answer | null;
}

/** Serves the API of a forge on a free local port. Anything thrown is a 500, as it would be there. */
export async function serveForge({
  prefix,
  routes,
  notFound,
  slowDown,
  headers,
  authorise,
}: Behaviour): Promise<ForgeServer> {
  const answer = (asked: Asked): Answer => {
    const denied = authorise(asked);
    if (denied) return denied;
    for (const [method, form, act] of routes) {
      const match = method === asked.method ? form.exec(asked.path) : null;
      if (match)
        return act(
          asked,
          match.slice(1).map((part) => decodeURIComponent(part)),
        );
    }
    return notFound;
  };
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const address = new URL(request.url ?? "/", "http://forge");
    const path = address.pathname.startsWith(prefix) ? address.pathname.slice(prefix.length) : address.pathname;
    const name = `${request.method} ${path}`;
    const fault = forge.fault(forge.log.length, name);
    forge.log.push(name);
    const text = await bodyOf(request);
    if (fault === "drop before") return void request.socket.destroy();
    if (fault === "hang") return;
    const asked = {
      method: request.method ?? "GET",
      path,
      query: address.searchParams,
      body: parsed(text),
      headers: request.headers,
    };
    const given = fault === "error 500" ? ERROR : fault === "slow down" ? slowDown : answer(asked);
    if (fault === "drop after") return void request.socket.destroy();
    const body = given.body === undefined ? "" : JSON.stringify(given.body);
    const length = fault === "cut" ? { "content-length": String(Buffer.byteLength(body) + 10) } : {};
    response.writeHead(given.status, {
      "content-type": "application/json; charset=utf-8",
      ...headers(),
      ...length,
      ...given.headers,
    });
    if (fault !== "cut") return void response.end(body);
    response.write(body.slice(0, Math.floor(body.length / 2)), () => request.socket.destroy());
  };
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const forge: ForgeServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log: [],
    fault: () => null,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return forge;
}

const ERROR: Answer = { status: 500, body: { message: "Server Error" } };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text || "{}") as Record<string, unknown>;
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
}
