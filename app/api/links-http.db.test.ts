import { randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import type {
  MadeLink,
  ProjectDiscussion,
  ProjectLinks,
  SaidComment,
  ShareLink,
} from "#lib/core/api/documents/project-share.ts";
import type { Operation } from "#lib/core/api/operation.ts";
import { operations } from "#lib/core/api/operations/index.ts";
import * as share from "#lib/core/api/operations/project-share.ts";
import { anchorSchema } from "#lib/core/share/known-anchor.ts";
import { db } from "#lib/io/db/client.ts";
import { getLog } from "#lib/io/db/queries/get-project.ts";
import { addComment } from "#lib/wizard/add-comment.ts";
import { giveVerdict } from "#lib/wizard/give-verdict.ts";
import { type OpenLink, openLink } from "#lib/wizard/open-link.ts";
import { ask, bearer, ownedProject, type Sent } from "./agents.fixture.ts";

vi.stubEnv("PLUMBLINE_REQUESTS_PER_MINUTE", "0");
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ours: readonly Operation[] = operations.filter(({ path }) => /\/(links|discussion)/.test(path));
let mine: Awaited<ReturnType<typeof ownedProject>>;
let headers: Record<string, string>;
beforeAll(async () => {
  mine = await ownedProject("links");
  headers = bearer((await mine.grant(false, 7, true)).token);
});

const about = (operation: Operation, sent: Partial<Sent> = {}) =>
  ask(operation, {
    ...sent,
    params: { project: mine.id, ...sent.params },
    headers: { ...headers, ...sent.headers },
  });
/** The document of a request that went well, proved to be what its operation declares. */
async function told<T>(operation: Operation, params: Record<string, string> = {}, said?: object): Promise<T> {
  const answer = await about(operation, { params, ...(said ? { body: JSON.stringify(said) } : {}) });
  const document = await answer.json();
  expect([operation.id, answer.status, document]).toEqual([operation.id, 200, document]);
  expect(operation.answer.schema?.safeParse(document).error).toBeUndefined();
  return document as T;
}
const refused = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { type: string }).type.split("#")[1],
];
const tokenOf = ({ address }: MadeLink) => address?.split("/s/")[1] as string;
const opened = (made: MadeLink) => openLink(tokenOf(made), new Date());
const linksNow = () => told<ProjectLinks>(share.listProjectLinks);

test("a program shares a design, answers what colleagues say, settles it, and closes the link", async () => {
  const made = await told<MadeLink>(share.makeProjectLink, {}, { label: " Team ", scope: "comment", days: 3 });
  expect(made.address).toMatch(/^http:\/\/localhost:3000\/s\/[\w-]{32}$/);
  expect((await linksNow()).links).toEqual([made.link]);
  expect(made.link).toMatchObject({ label: "Team", scope: "comment", state: "active", uses: 0, last_used_at: null });

  const open = (await opened(made)) as OpenLink;
  const ana = { kind: "reviewer", linkId: open.linkId, name: "Ana" } as const;
  await addComment(open.caller, mine.id, ana, { text: "Which clinics?", about: { anchor: { kind: "general" } } });
  await giveVerdict(open.caller, mine.id, open, { name: "Ana", verdict: "request-changes", text: "Too many" });
  const before = await told<ProjectDiscussion>(share.getProjectDiscussion);
  expect(before.verdicts).toMatchObject([{ name: "Ana", verdict: "request-changes", link: "Team", current: true }]);
  const asked = before.threads[0]?.id as string;

  const said = await told<SaidComment>(share.addProjectComment, {}, { text: "All of them", thread: asked });
  expect(said.thread).toMatchObject({
    id: asked,
    by_owner: false,
    answers: [{ id: said.comment, by_owner: true, text: "All of them" }],
  });
  await told(share.resolveProjectComment, { comment: asked }, { resolved: true });
  const settled = await told<ProjectDiscussion>(share.getProjectDiscussion);
  expect(settled.threads).toMatchObject([{ id: asked, resolved_at: expect.any(String) }]);
  await told(share.resolveProjectComment, { comment: asked }, { resolved: false });
  expect((await told<ProjectDiscussion>(share.getProjectDiscussion)).threads).toEqual([said.thread]);

  for (const _ of ["once", "again"])
    expect(await told<ShareLink>(share.revokeProjectLink, { link: made.link.id })).toMatchObject({ state: "revoked" });
  expect(await opened(made)).toBeNull();
  const log = await getLog(mine.id, mine.caller.ownerHash);
  expect(log.filter(({ event }) => event.type.startsWith("link-")).map(({ event, by }) => [event.type, by])).toEqual([
    ["link-made", { kind: "owner", name: "Robot" }],
    ["link-revoked", { kind: "owner", name: "Robot" }],
  ]);
});

test("what a discussion holds changes its tag, and a settled thread is no new version of the project", async () => {
  const tag = async () => (await about(share.getProjectDiscussion)).headers.get("etag")?.split(".") ?? [];
  const before = await tag();
  const { comment } = await told<SaidComment>(share.addProjectComment, {}, { text: "For the record" });
  const said = await tag();
  await told(share.resolveProjectComment, { comment }, { resolved: true });
  const settled = await tag();
  expect(new Set([before[0], said[0], settled[0]]).size).toBe(1);
  expect(new Set([before[1], said[1], settled[1]]).size).toBe(3);
});

test("sent again under its key, a request makes no second link, and the address is kept nowhere", async () => {
  const key = { "idempotency-key": randomUUID() };
  const make = () => about(share.makeProjectLink, { headers: key });
  const count = (await linksNow()).links.length;
  const answers = await Promise.all(Array.from({ length: 10 }, make));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  const made = (await Promise.all(answers.map((answer) => answer.json()))) as MadeLink[];
  const withAddress = made.filter(({ address }) => address !== null);
  expect(withAddress).toHaveLength(1);
  expect(new Set(made.map(({ link }) => link.id)).size).toBe(1);
  expect((await linksNow()).links).toHaveLength(count + 1);
  const kept = JSON.stringify([
    await db().idempotencyKey.findMany(),
    await db().event.findMany({ where: { projectId: mine.id } }),
    await db().shareLink.findMany(),
  ]);
  expect(kept).toContain(made[0]?.link.id);
  expect(kept).not.toContain(tokenOf(withAddress[0] as MadeLink));
  expect(await refused(await about(share.makeProjectLink, { headers: key, body: '{"label":"Another"}' }))).toEqual([
    422,
    "key-used",
  ]);
});

test("a comment that is sent again under its key is said once", async () => {
  const sent = { headers: { "idempotency-key": randomUUID() }, body: JSON.stringify({ text: "Said once" }) };
  const texts = [await about(share.addProjectComment, sent), await about(share.addProjectComment, sent)];
  const [first, second] = await Promise.all(texts.map((answer) => answer.text()));
  expect(second).toBe(first);
  expect(await db().comment.count({ where: { projectId: mine.id, text: "Said once" } })).toBe(1);
});

test("another owner, their token and a made-up one are told of nothing, an agent that it may not", async () => {
  const other = await ownedProject("links-other");
  const made = await told<MadeLink>(share.makeProjectLink);
  const { comment } = await told<SaidComment>(share.addProjectComment, {}, { text: "Between us" });
  const params = { link: made.link.id, comment };
  const visitors = [
    { ...other.cookie, origin: "http://localhost:3000", status: 404 },
    { ...bearer((await other.grant(true, 7, true)).token), status: 404 },
    { ...bearer(`plumbline_${"A".repeat(43)}`), status: 401 },
    { ...bearer((await mine.grant(true)).token), status: 403 },
  ];
  const before = [await linksNow(), await told(share.getProjectDiscussion)];
  for (const { status, ...who } of visitors)
    for (const operation of ours) {
      const answer = await ask(operation, { params: { project: mine.id, ...params }, headers: who });
      expect([operation.id, answer.status]).toEqual([operation.id, status]);
    }
  // Nor does a link or a thread of this project answer under the other one's address.
  const theirs = bearer((await other.grant(false, 7, true)).token);
  for (const operation of [share.revokeProjectLink, share.resolveProjectComment])
    expect((await ask(operation, { params: { project: other.id, ...params }, headers: theirs })).status).toBe(404);
  expect([await linksNow(), await told(share.getProjectDiscussion)]).toEqual(before);
});

test("with the owner's cookie the same works from our own pages, and not from elsewhere", async () => {
  const send = (origin?: string) =>
    ask(share.makeProjectLink, {
      params: { project: mine.id },
      headers: { ...mine.cookie, ...(origin ? { origin } : {}) },
    });
  expect((await send()).status).toBe(403);
  expect((await send("https://elsewhere.example")).status).toBe(403);
  expect((await send("http://localhost:3000")).status).toBe(200);
});

test("what cannot be kept is refused with its place, and nothing is said or made", async () => {
  const count = async () => [await db().comment.count(), await db().shareLink.count()];
  const before = await count();
  const [thread] = (await told<ProjectDiscussion>(share.getProjectDiscussion)).threads;
  for (const [operation, body, path] of [
    [share.makeProjectLink, { label: "" }, "label"],
    [share.makeProjectLink, { label: "a\nb" }, "label"],
    [share.makeProjectLink, { label: "a\u0000b" }, "label"],
    [share.makeProjectLink, { label: "\ud800" }, "label"],
    [share.makeProjectLink, { label: "x".repeat(61) }, "label"],
    [share.makeProjectLink, { label: "Team", days: 31 }, "days"],
    [share.makeProjectLink, { label: "Team", scope: "edit" }, "scope"],
    [share.addProjectComment, { text: " " }, "text"],
    [share.addProjectComment, { text: "a\u202eb" }, "text"],
    [share.addProjectComment, { text: "x".repeat(2_001) }, "text"],
    [share.addProjectComment, { text: "a", thread: "\u0000" }, "thread"],
    [share.addProjectComment, { text: "a", thread: thread?.id, anchor: { kind: "general" } }, "anchor"],
    [share.addProjectComment, { text: "a", anchor: { kind: "planet" } }, "anchor.kind"],
    [share.resolveProjectComment, {}, "resolved"],
  ] as const) {
    const answer = await about(operation, { body: JSON.stringify(body) });
    const { problems } = (await answer.json()) as { problems: { path: string }[] };
    expect([answer.status, problems.map((problem) => problem.path)], JSON.stringify(body)).toEqual([422, [path]]);
  }
  for (const body of [
    { text: "a", anchor: { kind: "task", path: "no/such.py" } },
    { text: "a", thread: "A".repeat(22) },
  ])
    expect((await about(share.addProjectComment, { body: JSON.stringify(body) })).status).toBe(404);
  expect(await count()).toEqual(before);
});

test("a line that was cut within a character is kept as well as can be", async () => {
  const anchor = { kind: "line", path: "LICENSE", line: 1, text: "half \ud83d and \u0000" };
  const { thread } = await told<SaidComment>(share.addProjectComment, {}, { text: "Odd line", anchor });
  expect(thread.anchor).toEqual({ ...anchor, text: "half \ufffd and \ufffd" });
  expect(anchorSchema.parse(thread.anchor)).toEqual(thread.anchor);
});
