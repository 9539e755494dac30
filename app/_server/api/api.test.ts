import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { openapi } from "#lib/core/api/openapi.ts";
import { type Operation, problemsOf } from "#lib/core/api/operation.ts";
import { operations } from "#lib/core/api/operations/index.ts";
import { PROBLEM_KINDS, problemDocumentSchema } from "#lib/core/api/problem.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { repositoryFiles } from "#lib/core/delivery/repository.ts";
import { zipStream } from "#lib/io/delivery/zip.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { routeFile } from "./serve-routes.fixture.ts";

vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost:1/none");
vi.stubEnv("PLUMBLINE_REQUESTS_PER_MINUTE", "0");

const ROOT = join(import.meta.dirname, "../../..");
const ORIGIN = "http://localhost:3000";
const [example] = examples;
const answers = example?.answers as (typeof examples)[number]["answers"];

/** The stateless operations; those of a project have tests of their own. */
const stateless = operations.filter(({ grant }) => !grant);
const named = (id: string): Operation => operations.find((operation) => operation.id === id) as Operation;

interface Sent {
  method?: string;
  search?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer> | null;
  params?: Record<string, string>;
}

/** Asks the handler that Next would ask, with a right request unless something else is said. */
async function ask(operation: Operation, sent: Sent = {}): Promise<Response> {
  const params = sent.params ?? (operation.params ? { example: example?.id ?? "" } : {});
  const path = Object.entries(params).reduce((text, [name, value]) => text.replace(`{${name}}`, value), operation.path);
  const method = sent.method ?? operation.method.toUpperCase();
  const body = sent.body === undefined ? (operation.body ? JSON.stringify(operation.body.example) : null) : sent.body;
  const module = (await import(join(ROOT, routeFile(operation.path)))) as Record<
    string,
    (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
  >;
  const request = new Request(`${ORIGIN}${path}${sent.search ?? ""}`, {
    method,
    headers: {
      host: "localhost:3000",
      ...(body === null ? {} : { "content-type": "application/json" }),
      ...sent.headers,
    },
    ...(body === null || method === "GET" || method === "HEAD" ? {} : { body }),
  });
  return (module[method] as (typeof module)[string])(request, {
    params: Promise.resolve(operation.params ? params : undefined),
  });
}

/** A refusal, proved to be one that the operation declares. */
async function refusal(answer: Response, operation: Operation) {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const told = problemDocumentSchema.parse(await answer.json());
  const code = told.type.replace("/api/reference#", "") as keyof typeof PROBLEM_KINDS;
  expect([...problemsOf(operation), "wrong-method"]).toContain(code);
  expect([told.status, told.title]).toEqual([answer.status, PROBLEM_KINDS[code].title]);
  return { code, ...told };
}

test.each(stateless.map((operation) => [operation.id, operation] as const))(
  "%s answers as it is declared",
  async (_, operation) => {
    const answer = await ask(operation);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(operation.answer.mediaType);
    for (const header of Object.keys(operation.answer.headers ?? {}))
      expect(answer.headers.has(header), header).toBe(true);
    if (operation.answer.schema) expect(operation.answer.schema.safeParse(await answer.json()).error).toBeUndefined();
    else expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
  },
);

test("every route below /api/v1 belongs to a declared operation, and the other way round", () => {
  const routes = globSync("app/api/v1/**/route.ts", { cwd: ROOT }).filter((path) => !path.includes("/projects/"));
  const declared = new Set(stateless.map(({ path }) => routeFile(path)));
  expect(routes.filter((path) => !declared.has(path))).toEqual([]);
  expect([...declared].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test("a repository from the API has the bytes of one from the command line", async () => {
  for (const { answers } of examples) {
    const answer = await ask(named("renderDesign"), { body: JSON.stringify(answers) });
    const rendered = render(answers);
    const own = await buffer(zipStream(rendered.design.repositoryName, repositoryFiles(rendered)));
    expect(Buffer.from(await answer.arrayBuffer()).equals(own)).toBe(true);
  }
});

test("who has the answer already is told so: 304 to a question, 412 to a rendering", async () => {
  for (const [id, status] of [
    ["getCatalog", 304],
    ["renderDesign", 412],
  ] as const) {
    const etag = (await ask(named(id))).headers.get("etag") ?? "";
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"])
      expect((await ask(named(id), { headers: { "if-none-match": tag } })).status, tag).toBe(status);
    expect((await ask(named(id), { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  }
});

test("wrong answers are refused with one problem each, as the command line refuses them", async () => {
  const wrong = { ...answers, intake: { ...answers.intake, purpose: "nonsense", tier: 9 }, more: 1 };
  for (const operation of stateless.filter(({ body }) => body)) {
    const two = operation.id === "compareAnswers";
    const answer = await ask(operation, { body: JSON.stringify(two ? { left: wrong, right: answers } : wrong) });
    const told = await refusal(answer, operation);
    expect(answer.status).toBe(422);
    const faults = ["intake.purpose", "intake.tier", "more"].map((path) => (two ? `left.${path}` : path));
    expect(told.problems?.map(({ path }) => path).sort()).toEqual(faults);
  }
});

test.each([
  ["no body", "", {}, 400],
  ["half a document", '{"plumbline": 1', {}, 400],
  ["bytes that are not UTF-8", new Uint8Array([0x22, 0xff, 0x22]), {}, 400],
  ["a compressed body", "{}", { "content-encoding": "gzip" }, 415],
  ["plain text", "{}", { "content-type": "text/plain" }, 415],
  ["a form with files", "{}", { "content-type": "multipart/form-data; boundary=x" }, 415],
  ["a body above the limit", " ".repeat(1_000_001), {}, 413],
  ["a body that lies about its length", " ".repeat(1_000_001), { "content-length": "2" }, 413],
  ["a list", "[]", {}, 422],
  ["null", "null", {}, 422],
  ["deep nesting", "[".repeat(200_000) + "]".repeat(200_000), {}, 422],
  ["a prototype", '{"__proto__": {"plumbline": 1}, "constructor": {}}', {}, 422],
  ["a page of another site", "{}", { origin: "https://evil.example" }, 403],
  ["a page without an address", "{}", { origin: "null" }, 403],
] as const)("%s is refused and nothing breaks", async (_, body, headers, status) => {
  for (const operation of stateless.filter(({ body }) => body)) {
    const answer = await ask(operation, { body, headers });
    expect(answer.status).toBe(status);
    await refusal(answer, operation);
    expect(answer.headers.has("access-control-allow-origin")).toBe(false);
  }
});

test("what curl sends unless told otherwise is read as JSON", async () => {
  const answer = await ask(named("checkAnswers"), { headers: { "content-type": "application/x-www-form-urlencoded" } });
  expect(answer.status).toBe(200);
});

test("parameters are refused when they are unknown, given twice or not offered", async () => {
  const review = named("reviewDesign");
  expect((await ask(review, { search: "?checkpoint=1" })).status).toBe(200);
  for (const search of ["?checkpoint=3", "?checkpoint=1&checkpoint=1", "?chekpoint=1", "?__proto__=1"]) {
    const answer = await ask(review, { search });
    expect(answer.status, search).toBe(400);
    expect((await refusal(answer, review)).problems).toHaveLength(1);
  }
  expect((await ask(named("getExample"), { params: { example: "../../etc/passwd" } })).status).toBe(404);
});

test("a method that an address does not know is refused with those it knows; HEAD is GET without a body", async () => {
  for (const operation of stateless) {
    const wrong = operation.method === "get" ? "DELETE" : "GET";
    const answer = await ask(operation, { method: wrong });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toContain(operation.method.toUpperCase());
    await refusal(answer, operation);
    expect((await ask(operation, { method: "OPTIONS", headers: { origin: ORIGIN } })).status).toBe(204);
    const foreign = await ask(operation, { method: "OPTIONS", headers: { origin: "https://evil.example" } });
    expect([...foreign.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
  const head = await ask(named("getCatalog"), { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("the description holds every operation, and each of its references leads somewhere", () => {
  const described = openapi() as { paths: Record<string, object>; components: { schemas: Record<string, unknown> } };
  const text = JSON.stringify(described);
  for (const { path, method } of operations) expect(described.paths[path]).toHaveProperty(method);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name as string);
  expect(references.length).toBeGreaterThan(10);
  expect(references.filter((name) => !(name in described.components.schemas))).toEqual([]);
  expect(text).not.toContain("#/$defs/");
});

test("the guide's commands are those of the operations, for the address that was asked", async () => {
  const text = await (await ask(named("getGuide"))).text();
  for (const { path, method } of operations) expect(text).toContain(`${method.toUpperCase()} ${path}`);
  expect(text).toContain("curl -s --json @answers.json -o repository.zip http://localhost:3000/api/v1/render");
  const strange = await (await ask(named("getGuide"), { headers: { host: "x;rm -rf ~" } })).text();
  expect(strange).not.toContain("rm -rf");
});
