import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { z } from "zod";
import type { ProjectTask, ProjectTasks, TaskChecks } from "#lib/core/api/documents/project.ts";
import type { Operation } from "#lib/core/api/operation.ts";
import { problemsOf } from "#lib/core/api/operation.ts";
import { operations } from "#lib/core/api/operations/index.ts";
import * as project from "#lib/core/api/operations/project.ts";
import { PROBLEM_KINDS, problemDocumentSchema } from "#lib/core/api/problem.ts";
import { db } from "#lib/io/db/client.ts";
import { getLog } from "#lib/io/db/queries/get-project.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { revokeAgent } from "#lib/wizard/revoke-agent.ts";
import { ask, bearer, ownedProject, type Sent } from "./agents.fixture.ts";

const ours = operations.filter(({ grant }) => grant === "any");
const all = operations.filter(({ grant }) => grant);
const PLAIN_FILE = ".editorconfig";
const BODIES: Record<string, string> = {
  submitProjectDraft: JSON.stringify({ text: "root = true\n" }),
  acceptProjectTask: JSON.stringify({ sha256: "0".repeat(64) }),
};

let mine: Awaited<ReturnType<typeof ownedProject>>;
let other: Awaited<ReturnType<typeof ownedProject>>;
// The reader of texts takes its time to start where the machine is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
beforeAll(async () => {
  mine = await ownedProject("mine");
  other = await ownedProject("other");
});
afterAll(closeEmbedded);

const settings = async (): Promise<string> =>
  (
    (await (
      await ask(project.listProjectTasks, { params: { project: mine.id }, headers: bearer((await mine.grant()).token) })
    ).json()) as ProjectTasks
  ).tasks.find(({ path }) => path.endsWith("/settings.py"))?.path as string;

/** The kind of a refusal, proved to be one that its operation declares. */
async function kindOf(answer: Response, operation: Operation): Promise<string> {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const told = problemDocumentSchema.parse(await answer.json());
  const code = told.type.replace("/api/reference#", "");
  expect(problemsOf(operation)).toContain(code);
  expect(answer.status).toBe(PROBLEM_KINDS[code as keyof typeof PROBLEM_KINDS].status);
  return code;
}

test.each(ours.map((operation) => [operation.id, operation] as const))(
  "%s answers as it is declared",
  async (id, operation) => {
    const { token } = await mine.grant(true);
    const params = { project: mine.id, task: PLAIN_FILE };
    const { draft } = (await (
      await ask(project.getProjectTask, { params, headers: bearer(token) })
    ).json()) as ProjectTask;
    const body = id === "acceptProjectTask" ? JSON.stringify({ sha256: draft?.sha256 }) : BODIES[id];
    const answer = await ask(operation, { params, headers: bearer(token), ...(body ? { body } : {}) });
    expect(answer.status).toBe(200);
    expect((operation.answer.schema as z.ZodType).safeParse(await answer.json()).error).toBeUndefined();
    expect(answer.headers.get("ratelimit")).toMatch(/^"minute";r=\d+;t=\d+$/);
  },
);

test("an agent writes a file, reads what failed with its line, and finds that in its sub-prompt", async () => {
  const headers = bearer((await mine.grant()).token);
  const params = { project: mine.id, task: await settings() };
  const task = async () =>
    (await (await ask(project.getProjectTask, { params, headers, search: "?form=claude-code" })).json()) as ProjectTask;
  const { text } = await task();
  const submit = (body: string) =>
    ask(project.submitProjectDraft, { params, headers: { ...headers, "content-type": "text/plain" }, body });
  const kept = await (await submit(`${text}\n\nVALUE = eval(input())\n`)).json();
  expect(kept).toMatchObject({ number: 1, created: true, path: params.task });
  const checks = (await (
    await ask(project.getProjectChecks, { params, headers, search: "?wait=30" })
  ).json()) as TaskChecks;
  expect(checks.verdict.accept).toBe("no");
  const [finding] = checks.outcomes.find(({ check }) => check === "security")?.findings ?? [];
  expect(finding?.line).toBe((text as string).split("\n").length + 2);
  const again = await task();
  expect(Object.keys(again.prompts)).toEqual(["claude-code"]);
  expect(again.prompts["claude-code"]).toContain(`security, line ${finding?.line}`);
  expect(again.draft).toMatchObject({ number: 1, source: "agent" });
  expect(await (await submit(text as string)).json()).toMatchObject({ number: 2 });
  expect((await task()).failures).toEqual([]);
});

test("the same text adds nothing, and many at once are all kept, each under its number", async () => {
  const headers = bearer((await mine.grant()).token);
  const params = { project: mine.id, task: "LICENSE" };
  const submit = async (text: string) =>
    (await (await ask(project.submitProjectDraft, { params, headers, body: JSON.stringify({ text }) })).json()) as {
      number: number;
      created: boolean;
    };
  expect([await submit("one"), await submit("one\n")].map(({ created }) => created)).toEqual([true, false]);
  const at_once = await Promise.all(["a", "b", "c", "d", "e", "f"].map(submit));
  expect(at_once.map(({ number }) => number).sort()).toEqual([2, 3, 4, 5, 6, 7]);
  await Promise.all(Array.from({ length: 6 }, () => submit("same")));
  expect(await db().draft.count({ where: { projectId: mine.id, path: "LICENSE" } })).toBe(8);
});

test("an agent accepts only with leave, only the text it names, and only what every check has passed", async () => {
  const params = { project: mine.id, task: ".gitignore" };
  const [plain, trusted] = [bearer((await mine.grant(false)).token), bearer((await mine.grant(true)).token)];
  const accept = (headers: Record<string, string>, sha256: string, task = params.task) =>
    ask(project.acceptProjectTask, { params: { ...params, task }, headers, body: JSON.stringify({ sha256 }) });
  const shaOf = async (task: string) =>
    (
      (await (
        await ask(project.getProjectChecks, { params: { ...params, task }, headers: plain })
      ).json()) as TaskChecks
    ).sha256;
  const sha = await shaOf(params.task);
  expect(await kindOf(await accept(plain, sha), project.acceptProjectTask)).toBe("not-allowed");
  const stale = await accept(trusted, "0".repeat(64));
  expect(((await stale.json()) as { problems: { code: string }[] }).problems[0]?.code).toBe("stale-draft");
  // Without a container its types and tests did not run: a person may accept it, an agent may not.
  const module = await settings();
  const unproved = (await (await accept(trusted, await shaOf(module), module)).json()) as {
    problems: { code: string; message: string }[];
  };
  expect(unproved.problems).toMatchObject([{ code: "not-proved", message: expect.stringContaining("Docker") }]);
  expect((await accept(trusted, sha)).status).toBe(200);
  const log = await getLog(mine.id, mine.caller.ownerHash);
  expect(log.filter(({ event }) => event.type === "tasks-accepted").at(-1)).toMatchObject({
    by: { kind: "agent", name: "Robot" },
    event: { tasks: [{ path: ".gitignore", sha256: sha }] },
  });
});

interface Stranger {
  who: string;
  headers: () => Promise<Record<string, string>>;
  reads: string;
  writes: string;
}
const STRANGERS: Stranger[] = [
  { who: "nobody", headers: async () => ({}), reads: "no-token", writes: "no-token" },
  {
    who: "a made-up token",
    headers: async () => bearer(`plumbline_${randomBytes(32).toString("base64url")}`),
    reads: "no-token",
    writes: "no-token",
  },
  { who: "a token of another form", headers: async () => bearer("x"), reads: "no-token", writes: "no-token" },
  {
    who: "another scheme",
    headers: async () => ({ authorization: "Basic eDp5" }),
    reads: "no-token",
    writes: "no-token",
  },
  {
    who: "an expired token",
    headers: async () => bearer((await ownedExpired()).token),
    reads: "no-token",
    writes: "no-token",
  },
  {
    who: "a revoked token",
    headers: async () => {
      const { token, grant } = await mine.grant(true);
      await revokeAgent(mine.caller, mine.id, grant.id);
      return bearer(token);
    },
    reads: "no-token",
    writes: "no-token",
  },
  {
    who: "the token of another project",
    headers: async () => bearer((await other.grant(true)).token),
    reads: "not-found",
    writes: "not-found",
  },
  {
    who: "another owner",
    headers: async () => ({ ...other.cookie, origin: "http://localhost:3000" }),
    reads: "not-found",
    writes: "not-found",
  },
  {
    who: "a page of another site",
    headers: async () => ({ ...mine.cookie, origin: "https://evil.example" }),
    reads: "foreign-origin",
    writes: "foreign-origin",
  },
  {
    who: "a bad token beside the owner's own cookie",
    headers: async () => ({ ...mine.cookie, ...bearer("x"), origin: "http://localhost:3000" }),
    reads: "no-token",
    writes: "no-token",
  },
];

async function ownedExpired() {
  const { token, grant } = await mine.grant(true);
  await db().agentGrant.update({
    where: { id: grant.id },
    data: { createdAt: new Date(0), expiresAt: new Date(Date.now() - 1) },
  });
  return { token };
}

test.each(STRANGERS)(
  "$who is refused everywhere, and never learns whether a project exists",
  async ({ who, headers, reads, writes }) => {
    // From an address of their own, with an allowance of its own.
    const sent = {
      ...(await headers()),
      "x-forwarded-for": `203.0.113.${STRANGERS.findIndex((one) => one.who === who)}`,
    };
    for (const operation of all) {
      const about = async (id: string) => {
        const body = BODIES[operation.id];
        const asked: Sent = { params: { project: id, task: "LICENSE" }, headers: sent, ...(body ? { body } : {}) };
        return ask(operation, asked);
      };
      const [real, unreal] = [await about(mine.id), await about(randomBytes(16).toString("base64url"))];
      const told = await real.clone().text();
      expect(await unreal.text()).toBe(told);
      expect([...unreal.headers.keys()]).toEqual([...real.headers.keys()]);
      expect(await kindOf(real, operation)).toBe(operation.method === "get" ? reads : writes);
    }
  },
);

test("the owner's cookie reads, and changes something only from our own pages", async () => {
  const params = { project: mine.id, task: "LICENSE" };
  expect((await ask(project.listProjectTasks, { params, headers: mine.cookie })).status).toBe(200);
  const submit = (headers: Record<string, string>) =>
    ask(project.submitProjectDraft, { params, headers, body: JSON.stringify({ text: "mine\n" }) });
  expect((await submit(mine.cookie)).status).toBe(403);
  expect((await submit({ ...mine.cookie, origin: "null" })).status).toBe(403);
  expect((await submit({ ...mine.cookie, origin: "http://localhost:3000" })).status).toBe(200);
});

const HOSTILE_TASKS = [
  "../../x",
  "..%2F..%2Fetc%2Fpasswd",
  "TASK-9999",
  "__proto__",
  "constructor",
  "%00",
  "%E0%A4%A",
  "LICENSE/../LICENSE",
  " ",
  "a".repeat(10_000),
];

test("a task that the plan does not have is not found, however it is written", async () => {
  const headers = bearer((await mine.grant(true)).token);
  for (const task of HOSTILE_TASKS)
    for (const operation of ours.filter(({ path }) => path.includes("{task}"))) {
      const body = BODIES[operation.id];
      const answer = await ask(operation, { params: { project: mine.id, task }, headers, ...(body ? { body } : {}) });
      expect([task, await kindOf(answer, operation)]).toEqual([task, "not-found"]);
    }
});

test("a text that is too large, has control characters or is no document is refused, and nothing is kept", async () => {
  const headers = bearer((await mine.grant()).token);
  const params = { project: mine.id, task: "README.md" };
  const submit = async (body: string, type = "application/json") =>
    kindOf(
      await ask(project.submitProjectDraft, { params, headers: { ...headers, "content-type": type }, body }),
      project.submitProjectDraft,
    );
  expect(await submit("x".repeat(1_000_001), "text/plain")).toBe("too-large");
  expect(await submit("x".repeat(256 * 1024 + 1), "text/plain")).toBe("wrong-answers");
  expect(await submit(JSON.stringify({ text: "a\u0000b" }))).toBe("wrong-answers");
  expect(await submit('{"text": "\\ud800"}')).toBe("wrong-answers");
  expect(await submit(JSON.stringify({ text: "a", source: "template" }))).toBe("wrong-answers");
  expect(await submit(JSON.stringify({ text: ["a"] }))).toBe("wrong-answers");
  expect(await submit("{")).toBe("bad-json");
  expect(await submit("a", "text/html")).toBe("wrong-media-type");
  expect(await db().draft.count({ where: { projectId: mine.id, path: "README.md" } })).toBe(0);
});

test("the three hundred and first request within a minute is asked to wait; another token is not", async () => {
  const [busy, calm] = [bearer((await mine.grant()).token), bearer((await mine.grant()).token)];
  const params = { project: "x" };
  for (let asked = 0; asked < 300; asked++) await ask(project.listProjectTasks, { params, headers: busy });
  const answer = await ask(project.listProjectTasks, { params, headers: busy });
  expect(await kindOf(answer, project.listProjectTasks)).toBe("too-many-requests");
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask(project.listProjectTasks, { params, headers: calm })).status).toBe(404);
});

test("before the plan is approved an agent reads it and writes nothing", async () => {
  const { token } = await mine.grant(true);
  await db().project.update({
    where: { id: mine.id },
    data: {
      snapshot: {
        ...((await db().project.findUniqueOrThrow({ where: { id: mine.id } })).snapshot as object),
        plan: { removed: [], added: [], groups: [] },
      },
    },
  });
  const params = { project: mine.id, task: "LICENSE" };
  const told = (await (await ask(project.listProjectTasks, { params, headers: bearer(token) })).json()) as ProjectTasks;
  expect(told.approved).toBe(false);
  for (const operation of [project.submitProjectDraft, project.acceptProjectTask]) {
    const answer = await ask(operation, { params, headers: bearer(token), body: BODIES[operation.id] as string });
    expect(await kindOf(answer, operation)).toBe("conflict");
  }
});

// Last: after it, whoever comes from this address without a good token has to wait.
test("ten thousand guessed tokens open nothing", async () => {
  const before = await db().agentGrant.findMany({ select: { lastUsedAt: true }, orderBy: { id: "asc" } });
  for (let batch = 0; batch < 100; batch++) {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        ask(project.listProjectTasks, {
          params: { project: mine.id },
          headers: bearer(`plumbline_${randomBytes(32).toString("base64url")}`),
        }),
      ),
    );
    // Those of one address are soon asked to wait; none is told anything else.
    expect(answers.filter(({ status }) => status !== 401 && status !== 429)).toEqual([]);
  }
  expect(await db().agentGrant.findMany({ select: { lastUsedAt: true }, orderBy: { id: "asc" } })).toEqual(before);
});
