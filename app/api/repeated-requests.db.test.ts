import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { DraftReceipt, ProjectTask } from "#lib/core/api/documents/project.ts";
import type { ProjectAnswers, ProjectEvents } from "#lib/core/api/documents/project-owner.ts";
import { changesProject, type Operation } from "#lib/core/api/operation.ts";
import { operations } from "#lib/core/api/operations/index.ts";
import * as project from "#lib/core/api/operations/project.ts";
import * as owned from "#lib/core/api/operations/project-owner.ts";
import { db } from "#lib/io/db/client.ts";
import { getLog } from "#lib/io/db/queries/get-project.ts";
import { applyRetention } from "#lib/io/retention/retain.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { ask, bearer, ownedProject, type Sent } from "./agents.fixture.ts";

vi.stubEnv("PLUMBLINE_REQUESTS_PER_MINUTE", "0");
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** One project whose drafts change, and one whose answers do, which takes its plan's approval away. */
let mine: Awaited<ReturnType<typeof ownedProject>>;
let headers: Record<string, string>;
let answered: Awaited<ReturnType<typeof ownedProject>>;
let ofAnswered: Record<string, string>;
beforeAll(async () => {
  mine = await ownedProject("repeats");
  headers = bearer((await mine.grant(true, 7, true)).token);
  answered = await ownedProject("answers");
  ofAnswered = bearer((await answered.grant(true, 7, true)).token);
});
afterAll(closeEmbedded);

const about = (operation: Operation, sent: Partial<Sent> = {}) =>
  ask(operation, {
    ...sent,
    params: { project: mine.id, task: "LICENSE", ...sent.params },
    headers: { ...headers, ...sent.headers },
  });
const submit = (text: string, more: Record<string, string> = {}) =>
  about(project.submitProjectDraft, { headers: more, body: JSON.stringify({ text }) });
const ofAnswers = (operation: Operation, sent: Partial<Sent> = {}) =>
  about(operation, { ...sent, params: { project: answered.id }, headers: { ...ofAnswered, ...sent.headers } });
const change = (lifespan: string, more: Record<string, string>) =>
  ofAnswers(owned.changeProjectAnswers, {
    headers: more,
    body: JSON.stringify({ changes: { "intake.lifespan": lifespan } }),
  });
const answersNow = async () => {
  const answer = await ofAnswers(owned.getProjectAnswers);
  return { etag: answer.headers.get("etag") ?? "", document: (await answer.json()) as ProjectAnswers };
};
const draftsOf = (path: string) => db().draft.count({ where: { projectId: mine.id, path } });
const typeOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split("#")[1];

test("the same request under one key, fifty times at once, has one effect and one answer", async () => {
  const { etag } = await answersNow();
  const before = (await getLog(answered.id, answered.caller.ownerHash)).length;
  const sent = { "idempotency-key": randomUUID(), "if-match": etag };
  const answers = await Promise.all(Array.from({ length: 50 }, () => change("long", sent)));
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  expect(new Set(answers.map((answer) => answer.headers.get("etag"))).size).toBe(1);
  expect(answers.filter((answer) => answer.headers.get("idempotency-replayed") === "true")).toHaveLength(49);
  expect((await getLog(answered.id, answered.caller.ownerHash)).length).toBe(before + 1);
});

test("a draft that is sent again under its key is not kept again, even when another came in between", async () => {
  const key = { "idempotency-key": randomUUID() };
  const first = (await (await submit("first\n", key)).json()) as DraftReceipt;
  await submit("second\n");
  const again = await submit("first\n", key);
  expect(await again.json()).toEqual(first);
  expect(await draftsOf("LICENSE")).toBe(first.number + 1);
});

test("another request under the same key is refused, and changes nothing", async () => {
  const key = { "idempotency-key": randomUUID() };
  await submit("one of two\n", key);
  const before = await draftsOf("LICENSE");
  for (const other of [
    submit("two of two\n", key),
    about(project.submitProjectDraft, {
      params: { project: mine.id, task: ".gitignore" },
      headers: key,
      body: '{"text":"one of two\\n"}',
    }),
    about(project.acceptProjectTask, { headers: key, body: JSON.stringify({ sha256: "0".repeat(64) }) }),
  ]) {
    const answer = await other;
    expect([answer.status, await typeOf(answer)]).toEqual([422, "key-used"]);
  }
  expect(await draftsOf("LICENSE")).toBe(before);
});

test("a key belongs to its sender: another token's same key is another request", async () => {
  const key = { "idempotency-key": randomUUID() };
  const first = (await (await submit("of one token\n", key)).json()) as DraftReceipt;
  const other = await submit("of another token\n", { ...key, ...bearer((await mine.grant()).token) });
  expect([other.status, ((await other.json()) as DraftReceipt).number]).toEqual([200, first.number + 1]);
});

test("a request that was refused leaves its key free; one whose sender died is done by the next", async () => {
  const key = randomUUID();
  expect((await submit("a\u0000b", { "idempotency-key": key })).status).toBe(422);
  expect((await submit("mended\n", { "idempotency-key": key })).status).toBe(200);
  const died = await submit("for the dead\n", { "idempotency-key": "died" });
  await db()
    .$executeRaw`UPDATE idempotency_key SET response = NULL, created_at = now() - interval '2 minutes' WHERE key = 'died'`;
  const next = await submit("for the dead\n", { "idempotency-key": "died" });
  expect(next.headers.has("idempotency-replayed")).toBe(false);
  expect(((await next.json()) as DraftReceipt).number).toBe(((await died.json()) as DraftReceipt).number);
});

test("a key that is no key is refused", async () => {
  for (const key of ["", "x".repeat(256), "with space"])
    expect((await submit("keyless\n", { "idempotency-key": key })).status, key).toBe(400);
});

test("after a day a key is forgotten", async () => {
  await submit("yesterday\n", { "idempotency-key": "old" });
  await db().$executeRaw`
    UPDATE idempotency_key SET created_at = created_at - interval '25 hours', expires_at = expires_at - interval '25 hours'
    WHERE key = 'old'`;
  await applyRetention();
  expect(await db().idempotencyKey.count({ where: { key: "old" } })).toBe(0);
});

test("of ten who change what they all read, one gets through; the others are shown the newer state", async () => {
  const { etag } = await answersNow();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) => change(at % 2 === 0 ? "short" : "medium", { "if-match": etag })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
  const now = await answersNow();
  for (const refused of answers.filter(({ status }) => status === 412)) {
    const told = (await refused.json()) as { type: string; current?: ProjectAnswers };
    expect(told.type).toContain("state-changed");
    if (told.current) expect(told.current).toEqual(now.document);
  }
});

test("a draft for a task that moved on is refused with the task as it stands; without If-Match it is kept", async () => {
  const read = await about(project.getProjectTask, { search: "?form=generic" });
  const { revision } = (await read.json()) as ProjectTask;
  const seen = { "if-match": read.headers.get("etag") ?? "" };
  const raced = await Promise.all(["raced a\n", "raced b\n", "raced c\n"].map((text) => submit(text, seen)));
  expect(raced.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const late = await submit("late\n", seen);
  const told = (await late.json()) as { current: ProjectTask };
  expect(late.status).toBe(412);
  expect(told.current.draft?.number).toBeGreaterThan(0);
  expect(late.headers.get("etag")).toBe(`"${told.current.revision}"`);
  expect(told.current.revision).not.toBe(revision);
  for (const fits of [`"other", ${late.headers.get("etag")}`, `W/${late.headers.get("etag")}`])
    expect((await submit(`fits ${fits}\n`, { "if-match": fits })).status, fits).toBe(fits.startsWith("W/") ? 412 : 200);
  expect((await submit("any\n", { "if-match": "*" })).status).toBe(200);
  expect((await submit("unseen\n", { "if-match": "no tag" })).status).toBe(412);
  expect((await submit("unbound\n")).status).toBe(200);
});

test("where a change must say what it saw, one that does not is refused", async () => {
  const required = operations.filter(({ ifMatch }) => ifMatch?.required);
  expect(required.map(({ id }) => id)).toEqual(["changeProjectAnswers", "approveProjectPlan"]);
  for (const operation of required) {
    const answer = await about(operation, { body: JSON.stringify({ changes: {} }) });
    expect([operation.id, answer.status]).toEqual([operation.id, 428]);
  }
});

test("what changes a project takes a key, and what reads it has a tag that gives 304", async () => {
  for (const operation of operations.filter(({ grant }) => grant)) {
    expect(changesProject(operation)).toBe(operation.method !== "get");
    if (!operation.answer.headers || operation.method !== "get") continue;
    const search = operation === project.getProjectTask ? "?form=generic" : "";
    const etag = (await about(operation, { search })).headers.get("etag") ?? "";
    expect(etag, operation.id).toMatch(/^"[vd][\w-]+\.[0-9a-f]{20}"$/);
    const again = await about(operation, { search, headers: { "if-none-match": etag } });
    expect([operation.id, again.status, await again.text()]).toEqual([operation.id, 304, ""]);
  }
});

test("a program of the owner changes answers, approves, and reads log, report and repository; an agent may not", async () => {
  const agent = bearer((await mine.grant(true)).token);
  for (const operation of operations.filter(({ grant }) => grant === "owner"))
    expect((await about(operation, { headers: { ...agent, "if-match": "*" } })).status, operation.id).toBe(403);
  const { events } = (await (await ofAnswers(owned.listProjectEvents)).json()) as ProjectEvents;
  expect(events.filter(({ event }) => event.type === "answers-changed").at(-1)?.by).toEqual({
    kind: "owner",
    name: "Robot",
  });
  const last = events.at(-2)?.version as number;
  const rest = (await (await ofAnswers(owned.listProjectEvents, { search: `?after=${last}` })).json()) as ProjectEvents;
  expect(rest.events).toEqual(events.slice(-1));
  for (const [format, type] of [
    ["md", "text/markdown"],
    ["html", "text/html"],
    ["json", "application/json"],
    ["txt", "text/plain"],
  ] as const) {
    const report = await about(owned.getProjectReport, { search: `?format=${format}` });
    expect([report.status, report.headers.get("content-type")?.split(";")[0]]).toEqual([200, type]);
  }
  const missing = await about(owned.getProjectRepository);
  const { problems } = (await missing.json()) as { problems: object[] };
  expect([missing.status, problems.length > 10]).toEqual([409, true]);
  const zip = await about(owned.getProjectRepository, { search: `?without=${problems.length}` });
  expect(
    Buffer.from(await zip.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  expect((await getLog(mine.id, mine.caller.ownerHash)).at(-1)).toMatchObject({ event: { type: "delivered" } });
});

test("answers that clash or do not exist are refused with their paths, and nothing is changed", async () => {
  const { etag, document } = await answersNow();
  for (const changes of [
    { "intake.purpose": "nonsense" },
    { "no.such": 1 },
    { __proto__: 1, "constructor.prototype": {} },
    { "intake.description": "a\u0000b" },
    Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`a.${at}`, 1])),
  ]) {
    const answer = await ofAnswers(owned.changeProjectAnswers, {
      headers: { "if-match": etag },
      body: JSON.stringify({ changes }),
    });
    expect([422, 409]).toContain(answer.status);
  }
  expect((await answersNow()).document).toEqual(document);
});
