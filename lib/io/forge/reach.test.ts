import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getHeapSnapshot } from "node:v8";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { pushProblems } from "#lib/core/delivery/push-order.ts";
import type { GitHubServer } from "../../../scripts/testing/forges/github-server.ts";
import { commitsOf, FILES, HASTY, ORDER, openWorld, type World } from "./forge-worlds.fixture.ts";
import { openForge } from "./open-forge.ts";
import { pushTo } from "./push.ts";

const ROOT = join(import.meta.dirname, "../../..");
const close: (() => unknown)[] = [];
afterEach(() => Promise.all(close.splice(0).map((end) => end())));

async function world(): Promise<World> {
  const one = await openWorld("github");
  close.push(one.server.close);
  return one;
}

test("no request leaves this product but to the forges that its operator named", () => {
  const product = ["lib", "app"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path}`)
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|\.fixture\.ts$|\/generated\//.test(path)),
  );
  const asking = /(?<![\w.])fetch\(|\bhttps?\.(?:request|get)\(|new WebSocket\(/;
  expect(product.filter((path) => asking.test(readFileSync(join(ROOT, path), "utf8"))).sort()).toEqual([
    "lib/io/forge/device-sign-in.ts",
    "lib/io/forge/rest.ts",
  ]);
});

test("whatever is written as owner, name and branch is refused before any request or stays within its place in the address", async () => {
  const one = await world();
  const piece = fc.constantFrom(
    "..",
    "/",
    "%2f",
    "@",
    "#",
    "?",
    "\\",
    ":",
    "\n",
    "ada",
    "x",
    "http://[::1]/",
    "127.0.0.1",
    ".git",
    "-",
    "é",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join("")),
    fc.stringMatching(/^[A-Za-z0-9._/-]{1,12}$/),
  );
  const order = fc.record({
    into: fc.constantFrom("new" as const, "branch" as const),
    owner: text,
    name: text,
    branch: text,
  });
  await fc.assert(
    fc.asyncProperty(order, async (asked) => {
      const whole = { ...ORDER, ...asked };
      if (pushProblems(whole).length > 0) return;
      one.server.log.length = 0;
      one.server.fault = (number) => (number > 1 ? "error 500" : null);
      await one.push({ order: asked });
      const [account, repository] = one.server.log;
      expect(account).toBe("GET /user");
      expect(repository).toBe(`GET /repos/${asked.owner || "ada"}/${asked.name}`);
    }),
    { numRuns: 300 },
  );
});

test("a forge that sends elsewhere is not followed, and the token goes nowhere", async () => {
  let visits = 0;
  const elsewhere = createServer((_, response) => {
    visits++;
    response.end("{}");
  });
  const forge = createServer((_, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/` });
    response.end();
  });
  for (const server of [elsewhere, forge]) {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    close.push(() => server.close());
  }
  const one = await world();
  const told = await pushOf("secret", `http://127.0.0.1:${(forge.address() as AddressInfo).port}`);
  expect(told).toMatchObject({ ok: false, error: [{ code: "moved" }] });
  expect([visits, one.server.log]).toEqual([0, []]);
});

test("a token that dies in the middle leaves no half branch; another one finishes the push", async () => {
  const one = await world();
  const { tokens } = one.server as GitHubServer;
  one.server.fault = (number) => {
    if (number === 7) tokens.clear();
    return null;
  };
  expect(await one.push()).toMatchObject({ ok: false, error: [{ path: "token", code: "bad-token" }] });
  const [half] = one.repositories();
  expect(half?.store.run(["rev-list", "--count", "main"]).trim()).toBe("1");
  tokens.set("github_pat_new", { login: "ada", may: ["administration", "contents", "workflows"] });
  expect(await one.push({ token: "github_pat_new" })).toMatchObject({ ok: true });
  expect(one.repositories()).toHaveLength(1);
});

test("a token without the permission for workflows is told which one is missing", async () => {
  const one = await world();
  (one.server as GitHubServer).tokens.set("github_pat_weak", { login: "ada", may: ["administration", "contents"] });
  const told = await one.push({ token: "github_pat_weak" });
  expect(told).toMatchObject({
    ok: false,
    error: [
      {
        code: "not-allowed",
        message: expect.stringContaining("workflows=write"),
        hint: expect.stringContaining("Workflows"),
      },
    ],
  });
  expect(await one.push()).toMatchObject({ ok: true });
});

const pushOf = (token: string, site: string) =>
  pushTo({
    forge: openForge({
      forge: "github",
      token,
      site,
      workflows: false,
      signal: new AbortController().signal,
      patience: HASTY,
      waits: () => {},
    }),
    order: ORDER,
    key: "k1",
    description: "Books slots",
    workflows: false,
    commits: commitsOf(FILES, ORDER),
    tell: () => {},
  });

test("after a push its token is nowhere in the memory of the process", async () => {
  // The forge has a heap of its own, because it must know the token.
  const forge = new Worker(
    `const { gitHubServer } = await import(process.argv[2]);
     const { parentPort } = await import("node:worker_threads");
     const server = await gitHubServer();
     parentPort.on("message", async (parts) => {
       if (parts) server.tokens.set(parts.join("_"), { login: "ada", may: ["administration", "contents", "workflows"] });
       else await server.close();
       parentPort.postMessage("done");
     });
     parentPort.postMessage(server.url);`,
    { eval: true, argv: [join(ROOT, "scripts/testing/forges/github-server.ts")], execArgv: [] },
  );
  const said = () => new Promise<string>((done) => forge.once("message", done));
  close.push(async () => {
    forge.postMessage(null);
    await said();
    await forge.terminate();
  });
  const site = await said();
  const parts = ["github", "pat", String(process.hrtime.bigint() * 7_919n)];
  forge.postMessage(parts);
  await said();
  expect(await pushOf(parts.join("_"), site)).toMatchObject({ ok: true });
  expect(await pushOf(`${parts.join("_")}x`, site)).toMatchObject({ ok: false });
  // The engine remembers what a regular expression last matched, which is a header that the library hid; any other replaces it.
  expect("anything").toMatch(/any/);
  let seen = false;
  let rest = "";
  for await (const chunk of getHeapSnapshot()) {
    rest = rest.slice(-200) + String(chunk);
    seen ||= rest.includes(`pat_${parts[2]}`);
  }
  expect(seen).toBe(false);
});
