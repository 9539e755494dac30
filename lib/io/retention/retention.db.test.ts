import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { db } from "../db/client.ts";
import { keepContents } from "../db/commands/insert-run.ts";
import { env } from "../env.ts";
import { applyRetention, previewRetention, type Retained } from "./retain.ts";

const DAY_MS = 86_400_000;
const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS);
const shaOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const counted = (told: Retained[]) => Object.fromEntries(told.map(({ rule, rows }) => [rule.id, rows]));

async function addProject(id: string, touched = 0): Promise<void> {
  await db().project.create({ data: { id, ownerHash: "o", snapshot: {}, updatedAt: ago(touched) } });
}

async function addContent(text: string, days: number): Promise<string> {
  await db().content.create({ data: { sha256: shaOf(text), text, createdAt: ago(days) } });
  return shaOf(text);
}

function addRun(projectId: string, kind: string, days: number, rest: { status?: string; files?: string[] } = {}) {
  const { status = "done", files = [] } = rest;
  const id = randomUUID();
  const snapshot = { answers: {}, plan: {}, files: files.map((sha256) => ({ path: `${sha256}.py`, sha256 })) };
  const ended = status === "queued" ? {} : { finishedAt: ago(days), result: {} };
  const data = { id, projectId, kind, status, paths: [], files: snapshot, actor: {}, createdAt: ago(days), ...ended };
  return db().run.create({ data });
}

beforeEach(async () => {
  await db().project.deleteMany();
  await db().content.deleteMany();
  await db().checkRun.deleteMany();
  Object.assign(env(), {
    PLUMBLINE_KEEP_PROJECTS_DAYS: 0,
    PLUMBLINE_KEEP_RUNS_DAYS: 90,
    PLUMBLINE_KEEP_LINKS_DAYS: 30,
  });
});

test("old finished runs go, but never the last of a kind, nor one that is not finished", async () => {
  await addProject("p");
  await addProject("q");
  for (const [project, kind, days, status] of [
    ["p", "draft", 300, "done"],
    ["p", "draft", 200, "crashed"],
    ["p", "draft", 100, "cancelled"],
    ["p", "repository", 400, "done"],
    ["q", "draft", 300, "done"],
    ["q", "draft", 250, "queued"],
    ["q", "draft", 10, "done"],
  ] as const)
    await addRun(project, kind, days, { status });
  expect(counted(await applyRetention()).runs).toBe(3);
  const left = await db().run.findMany({ orderBy: [{ projectId: "asc" }, { createdAt: "asc" }] });
  expect(left.map(({ projectId, kind, status }) => `${projectId} ${kind} ${status}`)).toEqual([
    "p repository done",
    "p draft cancelled",
    "q draft queued",
    "q draft done",
  ]);
});

test("a text stays as long as a draft or a run refers to it, and while it is new", async () => {
  await addProject("p");
  const [drafted, proved, old, fresh] = await Promise.all([
    addContent("drafted", 9),
    addContent("proved", 9),
    addContent("old", 9),
    addContent("fresh", 0),
  ]);
  await db().draft.create({ data: { projectId: "p", path: "a.py", number: 1, sha256: drafted, source: "edit" } });
  await addRun("p", "draft", 1, { files: [drafted, proved] });
  for (const sha256 of [drafted, old])
    await db().checkRun.create({
      data: { sha256, path: "a.py", check: "static", toolchain: "t", outcome: [], at: ago(9) },
    });
  expect(counted(await applyRetention())).toMatchObject({ contents: 1, verdicts: 1 });
  const left = (await db().content.findMany()).map(({ sha256 }) => sha256);
  expect(left.sort()).toEqual([drafted, proved, fresh].sort());
  expect((await db().checkRun.findMany()).map(({ sha256 }) => sha256)).toEqual([drafted]);
});

test("a project is kept for ever unless the settings say otherwise; then everything of it goes in one round", async () => {
  await addProject("old", 500);
  await addProject("new", 1);
  const sha256 = await addContent("text", 9);
  await db().draft.create({ data: { projectId: "old", path: "a.py", number: 1, sha256, source: "edit" } });
  await addRun("old", "draft", 300, { files: [sha256] });
  expect(counted(await previewRetention())).toMatchObject({ projects: 0, contents: 0 });
  env().PLUMBLINE_KEEP_PROJECTS_DAYS = 365;
  expect(counted(await applyRetention())).toMatchObject({ projects: 1, contents: 1 });
  expect([await db().project.count(), await db().run.count(), await db().draft.count()]).toEqual([1, 0, 0]);
});

test("links and tokens go when they ended long ago; a link through which somebody commented stays", async () => {
  await addProject("p");
  const grant = { projectId: "p", name: "a", createdAt: ago(99) };
  for (const [id, expires, revoked] of [
    ["long-expired", 40, null],
    ["revoked", -10, 40],
    ["expired", 5, null],
    ["good", -10, null],
  ] as const) {
    const ends = { expiresAt: ago(expires), revokedAt: revoked === null ? null : ago(revoked) };
    await db().agentGrant.create({ data: { id, tokenHash: shaOf(id), ...grant, ...ends } });
    const link = { id, projectId: "p", tokenHash: shaOf(`link ${id}`), scope: "comment", label: "", version: 1 };
    await db().shareLink.create({ data: { ...link, createdAt: ago(99), ...ends } });
  }
  const comment = { projectId: "p", linkId: "revoked", author: "A", anchor: {}, text: "Hm" };
  await db().comment.create({ data: { id: "c", ...comment } });
  expect(counted(await applyRetention())).toMatchObject({ grants: 2, links: 1 });
  expect((await db().agentGrant.findMany()).map(({ id }) => id).sort()).toEqual(["expired", "good"]);
  expect((await db().shareLink.findMany()).map(({ id }) => id).sort()).toEqual(["expired", "good", "revoked"]);
});

test("what a dry run announces is what goes, and then nothing is left to go", async () => {
  await addProject("p");
  for (let n = 0; n < 450; n++) await addRun("p", "draft", 100 + n);
  await Promise.all(Array.from({ length: 30 }, (_, n) => addContent(`text ${n}`, 9)));
  const announced = counted(await previewRetention());
  expect(announced).toMatchObject({ runs: 449, contents: 30 });
  expect(counted(await applyRetention())).toEqual(announced);
  expect(Object.values(counted(await previewRetention()))).toEqual(Object.values(announced).map(() => 0));
});

test("a text that somebody is about to refer to is left alone", async () => {
  const sha256 = await addContent("wanted again", 9);
  await db().$transaction(async (tx) => {
    await keepContents(tx, new Map([[sha256, "wanted again"]]));
    expect(counted(await applyRetention()).contents).toBe(0);
  });
  expect(counted(await applyRetention()).contents).toBe(1);
  await db().$transaction((tx) => keepContents(tx, new Map([[sha256, "wanted again"]])));
  expect(await db().content.count()).toBe(1);
});
