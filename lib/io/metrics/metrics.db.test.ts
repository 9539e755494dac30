import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "../db/client.ts";
import { noteWorker } from "../db/commands/note-worker.ts";
import { variables } from "../env.ts";
import { openLog } from "../log.ts";
import { productRoot } from "../product-root.ts";
import { requestId } from "../request-context.ts";
import { noteRequestError, watchRequests } from "../watch-requests.ts";
import { mayScrape } from "./may-scrape.ts";
import { scrape } from "./web-metrics.ts";
import { openWorkerMetrics } from "./worker-metrics.ts";

const PROJECT = "AAAAAAAAAAAAAAAAAAAAAA";
const lines: string[] = [];
let server: Server;
let origin: string;

beforeAll(async () => {
  Object.assign(globalThis, { plumblineLog: openLog("web", "debug", { write: (line) => void lines.push(line) }) });
  watchRequests();
  server = createServer((request, response) => {
    if (request.url?.includes("outage")) {
      noteRequestError({ code: "P1001" }, { method: "GET", headers: {} }, { routePath: "/x", routeType: "render" });
      response.writeHead(500);
    }
    if (request.url?.includes("slow")) return;
    response.end(requestId());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const lastLine = async (): Promise<Record<string, unknown>> => {
  await sleep(20);
  return JSON.parse(lines.at(-1) ?? "{}");
};

test("a request is known by one id in its answer, in its work and in the log, and by its template", async () => {
  const answer = await fetch(`${origin}/p/${PROJECT}/plan?secret=Sw0rdF1sh`, {
    headers: { "x-request-id": "from-a-proxy" },
  });
  expect([answer.headers.get("x-request-id"), await answer.text()]).toEqual(["from-a-proxy", "from-a-proxy"]);
  expect(await lastLine()).toMatchObject({
    requestId: "from-a-proxy",
    route: "/p/[projectId]/plan",
    status: 200,
    method: "GET",
  });
  const made = await fetch(`${origin}/s/${"t".repeat(30)}`, { headers: { "x-request-id": "no id: <script>" } });
  expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect(lines.join("")).not.toMatch(/Sw0rdF1sh|<script>|tttttt|AAAAAA/);
});

test("an outage is told as 503 with a time to come back, a client that left as 499", async () => {
  const answer = await fetch(`${origin}/outage`);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  await sleep(50);
  socket.destroy();
  await sleep(50);
  expect(await lastLine()).toMatchObject({ status: 499 });
});

test("a scrape is well formed, complete with what workers said, and the guide explains every number of ours", async () => {
  const metrics = openWorkerMetrics();
  metrics.ran("docker", "ended", 3);
  const offer = { host: "h", sandbox: "docker", state: "ready", detail: "", toolchain: "t" } as const;
  for (const id of ["11111111-one", "22222222-two"]) await noteWorker({ id, ...offer, metrics: await metrics.said() });
  const text = await scrape();
  const types = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name as string);
  expect(new Set(types).size).toBe(types.length);
  expect(text).toContain('plumbline_workers{sandbox="docker",state="ready"} 2');
  for (const worker of ["11111111", "22222222"])
    expect(text).toMatch(new RegExp(`^plumbline_run_duration_seconds_count\\{.*worker="${worker}".*\\} 1$`, "m"));
  expect(text).not.toMatch(/AAAAAA|secret/);
  const guide = readFileSync(join(productRoot(), "docs/guides/operate.md"), "utf8");
  expect(types.filter((name) => name.startsWith("plumbline_") && !guide.includes(`\`${name}\``))).toEqual([]);
  const named = new Set(guide.match(/\bPLUMBLINE_[A-Z_]+\b/g));
  expect([...named].filter((name) => !(name in variables))).toEqual([]);
  await db().worker.deleteMany();
});

test("metrics are for this machine alone, or for who has the token", () => {
  const may = (headers: Record<string, string>, token?: string) => mayScrape(new Headers(headers), token);
  for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
    expect(may({ "x-forwarded-for": address })).toBe(true);
  for (const address of ["203.0.113.9", "203.0.113.9, 127.0.0.1", "127.0.0.1, 127.0.0.1", "127.0.0.1.evil", ""])
    expect(may({ "x-forwarded-for": address }), address).toBe(false);
  const token = "a-token-of-some-length";
  expect(may({ "x-forwarded-for": "203.0.113.9", authorization: `Bearer ${token}` }, token)).toBe(true);
  for (const sent of ["", "Bearer", `Bearer ${token}x`, `Basic ${token}`, `Bearer ${token.slice(1)}`])
    expect(may({ "x-forwarded-for": "127.0.0.1", authorization: sent }, token), sent).toBe(false);
});
