import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { operations } from "#lib/core/api/operations/index.ts";
import { problemDocumentSchema } from "#lib/core/api/problem.ts";
import { serverActions } from "./support/surface.ts";

const DATA = process.env.PLUMBLINE_E2E_DATA ?? ".data/e2e";
const FOREIGN = "https://evil.example";

let origin = "";
test.beforeAll(({ baseURL }) => {
  origin = new URL(baseURL ?? "").origin;
});
const ask = (path: string, init: RequestInit = {}) => fetch(`${origin}${path}`, { redirect: "manual", ...init });
const filled = (path: string) => path.replaceAll(/\{\w+\}/g, "x");

test("every answer says how it may be used, whatever was asked", async () => {
  const html = await (await ask("/")).text();
  const script = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? "";
  const paths = ["/", "/nothing", "/p/x/intake", "/p/x/report", "/s/x", "/api", "/api/nothing", "/api/mcp", "/livez"];
  const files = [
    script,
    "/icon.svg",
    "/favicon.ico",
    "/_next/image?url=%2Ficon.svg&w=64&q=75",
    "/_next/static/nothing",
  ];
  for (const path of [...paths, ...files]) {
    const { headers } = await ask(path);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("cross-origin-resource-policy") ?? "same-origin", path).toBe("same-origin");
    expect(headers.has("x-powered-by"), path).toBe(false);
    expect(headers.has("strict-transport-security"), path).toBe(false);
    if (!headers.get("content-type")?.startsWith("text/html")) continue;
    expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(headers.get("referrer-policy"), path).toMatch(/^(same-origin|no-referrer)$/);
  }
});

test("no page of another site may read an answer, and none may ask for a change", async () => {
  for (const { path, method } of operations)
    for (const verb of ["OPTIONS", method.toUpperCase()]) {
      const asked = { method: verb, headers: { origin: FOREIGN, "access-control-request-method": "POST" } };
      const answer = await ask(filled(path), asked);
      expect(
        [...answer.headers.keys()].filter((name) => name.startsWith("access-control")),
        path,
      ).toEqual([]);
      expect(answer.status, `${verb} ${path}`).toBe(403);
    }
  for (const from of [undefined, "null", FOREIGN, `${origin}.evil.example`])
    for (const path of ["/", "/p/x/intake", "/p/x/lint", "/s/x"]) {
      const answer = await ask(path, {
        method: "POST",
        body: "[]",
        headers: { cookie: "sid=x", ...(from ? { origin: from } : {}) },
      });
      expect([path, from, answer.status]).toEqual([path, from, 403]);
    }
});

test("whatever goes wrong below /api is a problem that a program can read", async () => {
  const { path } = operations.find(({ id }) => id === "checkAnswers") ?? { path: "" };
  const json = { "content-type": "application/json" };
  const wrong: [string, RequestInit, number][] = [
    ["/api/nothing", {}, 404],
    ["/api/v1/projects/x/nothing", { method: "PUT" }, 404],
    ["/api/%E0%A4%A", {}, 404],
    ["/api/v1/projects/%E0%A4%A/tasks", {}, 401],
    ["/api/v1/projects/%00/tasks", {}, 401],
    [path, {}, 405],
    ["/api/mcp", { method: "PUT" }, 405],
    [path, { method: "POST", body: "{", headers: json }, 400],
    [path, { method: "POST", body: "{}", headers: { "content-type": "text/html" } }, 415],
    [path, { method: "POST", body: "x".repeat(1_000_001), headers: json }, 413],
    [path, { method: "POST", body: "[".repeat(100_000) + "]".repeat(100_000), headers: json }, 422],
  ];
  for (const [address, init, status] of wrong) {
    const answer = await ask(address, init);
    expect([address, answer.status, answer.headers.get("content-type")]).toEqual([
      address,
      status,
      "application/problem+json",
    ]);
    expect(problemDocumentSchema.parse(await answer.json()).status).toBe(status);
    if (status === 405) expect(answer.headers.get("allow"), address).toMatch(/POST/);
  }
  for (const { path: address } of operations.filter(({ method, grant }) => method === "get" && !grant)) {
    const head = await ask(filled(address), { method: "HEAD" });
    expect([address, await head.text()]).toEqual([address, ""]);
    expect((await ask(filled(address), { method: "OPTIONS" })).headers.get("allow"), address).toContain("HEAD");
  }
});

/** Messages to server actions that are none: what React's decoder was once talked into, and what is only too much. */
const LOOP =
  '{"then":"$1:__proto__:then","status":"resolved_model","value":"{\\"then\\":\\"$B1\\"}","_response":{"_prefix":"x"}}';
const form = (...parts: string[]) => {
  const body = new FormData();
  for (const [index, part] of parts.entries()) body.set(String(index), part);
  return body;
};
const MESSAGES: [string, () => BodyInit][] = [
  ["a chain of prototypes", () => form(LOOP, '"$@0"')],
  ["constructors", () => form('["$1:constructor:constructor"]', '"$0"')],
  ["references to itself", () => form('["$F0","$F0"]')],
  ["many references", () => form(JSON.stringify(Array.from({ length: 50_000 }, () => "$F1")), "{}")],
  ["deep nesting", () => "[".repeat(100_000) + "]".repeat(100_000)],
  ["too much", () => "x".repeat(1_500_000)],
  ["half a document", () => '["'],
  ["nothing", () => ""],
];

test("a message to an action that is none is refused within moments, and the server goes on", async () => {
  const known = serverActions(DATA).find(({ name }) => name === "lookAtLink")?.id ?? "";
  expect(known).not.toBe("");
  for (const action of [known, "0".repeat(42), "__proto__", "constructor", "x".repeat(5_000)])
    for (const [name, body] of MESSAGES) {
      const answer = await ask("/", { method: "POST", body: body(), headers: { origin, "next-action": action } });
      expect(answer.status, `${name} to ${action.slice(0, 12)}`).toBeLessThan(500);
      const text = await answer.text();
      expect(text, name).not.toMatch(/node_modules|at \w+ \(|\.ts:\d+/);
    }
  expect((await ask("/livez")).status).toBe(200);
});

test("a policy that the client sends is not repeated", async () => {
  const sent = {
    "content-security-policy": "script-src 'nonce-\"><script>alert(1)</script>'",
    "x-nonce": '"><script>',
  };
  const answer = await ask("/", { headers: sent });
  expect(answer.headers.get("content-security-policy")).not.toContain("alert");
  expect(await answer.text()).not.toContain('"><script>');
});

test("nothing is fetched for a visitor: not an image, not an address in a design", async () => {
  let connections = 0;
  const listener = createServer((_, response) => response.end()).on("connection", () => connections++);
  await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
  for (const path of [
    `/_next/image?url=${encodeURIComponent(address)}&w=64&q=75`,
    `/?next=${address}`,
    `/p/${encodeURIComponent(address)}`,
  ])
    expect(
      (await ask(path, { headers: { host: new URL(address).host, "x-forwarded-host": "evil.example" } })).status,
      path,
    ).toBeLessThan(500);
  const document = {
    plumbline: 1,
    intake: { description: address, purpose: address },
    source: address,
    import: { url: address },
  };
  for (const { path } of operations.filter(({ body, grant }) => body && !grant))
    expect(
      (
        await ask(path, {
          method: "POST",
          body: JSON.stringify(document),
          headers: { "content-type": "application/json" },
        })
      ).status,
      path,
    ).toBe(422);
  expect(connections).toBe(0);
  listener.close();
});

test("no address takes an archive: there is nothing to unpack", async () => {
  for (const { path, method } of operations.filter(({ body }) => body)) {
    const headers = { "content-type": "application/zip", authorization: "Bearer x" };
    const answer = await ask(filled(path), { method: method.toUpperCase(), body: "PK\u0003\u0004", headers });
    expect([415, 404], path).toContain(answer.status);
  }
});
