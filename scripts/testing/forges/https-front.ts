import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, request as onward, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, type Server as Listener } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { ForgeServer } from "./forge-server.ts";
import type { GitStore } from "./git-store.ts";

/** What stands behind the names of a forge. */
export interface Site {
  forge: ForgeServer;
  /** Names that lead to it; the first is the site's. */
  hosts: readonly string[];
  /** The repository at `owner/name`, as this token may see it. */
  store(path: string, token: string): GitStore | null;
}

/** A piece of the internet with one forge in it, for programs that take https and real names only. */
export interface Front {
  /** What makes a program go there, and believe whom it finds. */
  env: Record<string, string>;
  close(): Promise<void>;
}

/**
 * Serves a forge under its real names: a proxy leads every name here, TLS with a certificate made for this run ends here,
 * and repositories are served by git itself (`git http-backend`). Names nobody declared do not exist, so nothing leaves.
 */
export async function openFront({ forge, hosts, store }: Site): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-front-"));
  const { key, cert, path } = certificate(folder, hosts);
  const local = forge.url;
  const front = createSecureServer({ key, cert }, (request, response) => {
    const git = GIT.exec(request.url ?? "");
    void (git ? serveGit(git, request, response, store) : forward(local, request, response));
  });
  await listening(front);
  const tunnels = new Set<Duplex>();
  const proxy = createServer((_, response) => response.writeHead(403).end());
  proxy.on("connect", ({ url }, client) => {
    const [host = "", port] = (url ?? "").split(":");
    if (!hosts.includes(host) || port !== "443") return void client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    const behind = connect((front.address() as AddressInfo).port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      behind.pipe(client).pipe(behind);
    });
    tunnels.add(client);
    // Either end takes the other with it; the server itself no longer knows of them.
    for (const end of [behind, client])
      end
        .on("error", () => undefined)
        .on("close", () => {
          tunnels.delete(client);
          behind.destroy();
          client.destroy();
        });
  });
  await listening(proxy);
  forge.url = `https://${hosts[0]}`;
  return {
    env: {
      HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      SSL_CERT_FILE: path,
      GIT_SSL_CAINFO: path,
    },
    async close() {
      for (const tunnel of tunnels) tunnel.destroy();
      await Promise.all([closed(proxy), closed(front)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function certificate(folder: string, hosts: readonly string[]) {
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const names = hosts.map((host) => `DNS:${host}`).join(",");
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const about = ["-days", "2", "-subj", "/CN=plumbline-test", "-addext", `subjectAltName=${names}`];
  execFileSync("openssl", ["req", "-x509", ...curve, ...about, "-keyout", key, "-out", cert], { stdio: "ignore" });
  return { key: readFileSync(key), cert: readFileSync(cert), path: cert };
}

async function forward(local: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, headers } = request;
  const behind = onward(new URL(request.url ?? "/", local), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  behind.on("error", () => response.destroy());
  request.pipe(behind);
}

const GIT = /^\/(.+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)(?:\?(.*))?$/;

/** Git's own server, as a CGI program (git-http-backend(1)); a token is the password of any user. */
async function serveGit(
  [, path = "", service = "", query = ""]: RegExpExecArray,
  request: IncomingMessage,
  response: ServerResponse,
  store: Site["store"],
): Promise<void> {
  const basic = /^basic (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (!basic) return void response.writeHead(401, { "www-authenticate": 'Basic realm="forge"' }).end();
  const token = Buffer.from(basic, "base64").toString().split(":")[1] ?? "";
  const found = store(path, token);
  if (!found) return void response.writeHead(404).end("Repository not found.\n");
  const { headers, method } = request;
  const backend = spawn("git", ["http-backend"], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: found.folder,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: `/${service}`,
      QUERY_STRING: query,
      REQUEST_METHOD: method,
      REMOTE_USER: "somebody",
      CONTENT_TYPE: headers["content-type"],
      CONTENT_LENGTH: headers["content-length"],
      HTTP_CONTENT_ENCODING: headers["content-encoding"],
      GIT_PROTOCOL: headers["git-protocol"],
    } as unknown as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "ignore"],
  });
  request.pipe(backend.stdin);
  const all = await buffer(backend.stdout);
  const end = all.indexOf("\r\n\r\n");
  const lines = all.subarray(0, end).toString().split("\r\n");
  const told = lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]);
  const { Status = "200", ...rest } = Object.fromEntries(told);
  response.writeHead(Number.parseInt(Status, 10), rest).end(all.subarray(end + 4));
}

const listening = (server: Listener) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const closed = (server: Listener & { closeAllConnections(): void }) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
