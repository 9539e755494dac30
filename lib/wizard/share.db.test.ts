import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { REPORT_FORMS } from "#lib/core/report/forms.ts";
import type { Anchor } from "#lib/core/share/anchor.ts";
import { db } from "#lib/io/db/client.ts";
import { getLog } from "#lib/io/db/queries/get-project.ts";
import { addComment, type Speaker } from "./add-comment.ts";
import { answerQuestions } from "./answer-questions.ts";
import { approvedProject, codes, good, owner } from "./approved-project.fixture.ts";
import type { Caller } from "./caller.ts";
import { confirmStage } from "./confirm-stage.ts";
import { createProject } from "./create-project.ts";
import { giveVerdict } from "./give-verdict.ts";
import { listLinks } from "./list-links.ts";
import { loadDiscussion, openThreads } from "./load-discussion.ts";
import { makeLink } from "./make-link.ts";
import { endedLink, followLink, noteUse, type OpenLink, openLink } from "./open-link.ts";
import { resolveComment } from "./resolve-comment.ts";
import { revokeLink } from "./revoke-link.ts";
import { projectReport } from "./write-report.ts";

const caller = owner("share");
const stranger = owner("stranger");
const DAY = 86_400_000;
const later = (ms: number) => new Date(caller.now.getTime() + ms);
const GENERAL: { about: { anchor: Anchor } } = { about: { anchor: { kind: "general" } } };
const LINK = { label: "Team", scope: "comment", days: 7 } as const;

async function shared(scope: "view" | "comment" = "comment") {
  const { id } = good(await createProject(caller, { plumbline: 1, intake: { description: "Books appointments" } }));
  const { token, link } = good(await makeLink(caller, id, { ...LINK, scope }));
  const open = (await openLink(token, caller.now)) as OpenLink;
  const ana: Speaker = { kind: "reviewer", linkId: link.id, name: "Ana" };
  return { id, token, link, open, ana };
}

test("a link opens its one project by a token that is shown once and kept as a hash only", async () => {
  const { id, token, link, open } = await shared();
  expect(token).toMatch(/^[\w-]{32}$/);
  expect(open).toMatchObject({ projectId: id, scope: "comment", linkId: link.id });
  const everything = JSON.stringify([await db().shareLink.findMany(), await db().event.findMany(), link]);
  expect(everything).not.toContain(token);
  await noteUse(open);
  expect(good(await listLinks(caller, id))).toMatchObject([
    { label: "Team", state: "active", uses: 1, lastUsedAt: caller.now.toISOString() },
  ]);
});

test("a link opens to its last moment and no longer, and never after it was revoked or its project deleted", async () => {
  const { id, token, link } = await shared();
  expect(await openLink(token, later(7 * DAY - 1))).not.toBeNull();
  expect(await openLink(token, later(7 * DAY))).toBeNull();
  expect(await followLink(link.id, caller.now)).not.toBeNull();
  good(await revokeLink(caller, id, link.id));
  good(await revokeLink(caller, id, link.id));
  expect(await openLink(token, caller.now)).toBeNull();
  expect(await followLink(link.id, caller.now)).toBeNull();
  expect(await endedLink(caller, token)).toMatchObject({ projectId: id, link: { state: "revoked" } });
  expect(await endedLink(stranger, token)).toBeNull();
  const log = await getLog(id, caller.ownerHash);
  expect(log.map(({ event }) => event.type)).toEqual(["project-created", "link-made", "link-revoked"]);
  const second = good(await makeLink(caller, id, LINK));
  await db().project.delete({ where: { id } });
  expect(await openLink(second.token, caller.now)).toBeNull();
  expect(await endedLink(caller, second.token)).toBeNull();
});

test("ten thousand random tokens open nothing, and neither does anything of another form", {
  timeout: 180_000,
}, async () => {
  await shared();
  const answers = new Set<unknown>();
  for (let made = 0; made < 10_000; made += 50) {
    const tokens = Array.from({ length: 50 }, () => randomBytes(24).toString("base64url"));
    for (const answer of await Promise.all(tokens.map((token) => openLink(token, caller.now)))) answers.add(answer);
  }
  for (const odd of ["", "a", "../x", "x".repeat(1e5), "%00", "' OR 1=1 --", "\u202e".repeat(32)])
    answers.add(await openLink(odd, caller.now));
  expect([...answers]).toEqual([null]);
});

test("a link to look at takes no comment and no verdict", async () => {
  const { id, open, ana } = await shared("view");
  expect(codes(await addComment(open.caller, id, ana, { text: "Hello", ...GENERAL }))).toEqual(["view-only"]);
  expect(codes(await giveVerdict(open.caller, id, open, { name: "Ana", verdict: "approve", text: "" }))).toEqual([
    "view-only",
  ]);
  expect((await loadDiscussion(caller, id))?.threads).toEqual([]);
});

test("whoever still has a page open after the link was revoked can say nothing any more", async () => {
  const { id, open, link, ana } = await shared();
  good(await revokeLink(caller, id, link.id));
  expect(codes(await addComment(open.caller, id, ana, { text: "Late", ...GENERAL }))).toEqual(["view-only"]);
  expect(codes(await giveVerdict(open.caller, id, open, { name: "Ana", verdict: "approve", text: "" }))).toEqual([
    "view-only",
  ]);
});

test("a comment is answered and settled in its thread, by the owner and nobody else", async () => {
  const { id, open, ana } = await shared();
  const about = { anchor: { kind: "decision", path: "intake.description" } } as const;
  const asked = good(await addComment(open.caller, id, ana, { text: "Which clinics?", about }));
  good(await addComment(caller, id, { kind: "owner" }, { text: "All of them", about: { parentId: asked.id } }));
  expect(codes(await resolveComment(stranger, id, asked.id, true))).toEqual(["not-found"]);
  expect(await openThreads(caller, id)).toBe(1);
  good(await resolveComment(caller, id, asked.id, true));
  expect(await openThreads(caller, id)).toBe(0);
  expect((await loadDiscussion(caller, id))?.threads).toMatchObject([
    {
      author: "Ana",
      byOwner: false,
      key: "decision:intake.description",
      resolvedBy: "The owner",
      answers: [{ text: "All of them", byOwner: true }],
    },
  ]);
  good(await resolveComment(caller, id, asked.id, false));
  expect(await openThreads(caller, id)).toBe(1);
});

test("nobody comments on another's project, or answers a thread of it", async () => {
  const { id, open, ana } = await shared();
  const asked = good(await addComment(open.caller, id, ana, { text: "Here", ...GENERAL }));
  const other = good(await createProject(stranger, {})).id;
  const owned: Speaker = { kind: "owner" };
  expect(codes(await addComment(stranger, id, owned, { text: "x", ...GENERAL }))).toEqual(["not-found"]);
  expect(codes(await addComment(stranger, other, owned, { text: "x", about: { parentId: asked.id } }))).toEqual([
    "not-found",
  ]);
  expect(codes(await resolveComment(stranger, other, asked.id, true))).toEqual(["not-found"]);
  expect(await loadDiscussion(stranger, id)).toBeNull();
  expect(codes(await listLinks(stranger, id))).toEqual(["not-found"]);
  expect(codes(await makeLink(stranger, id, LINK))).toEqual(["not-found"]);
  expect(codes(await revokeLink(stranger, other, good(await listLinks(caller, id))[0]?.id ?? ""))).toEqual([
    "not-found",
  ]);
});

test("what does not fit is refused by its name, and nothing is kept", async () => {
  const { id, open, ana } = await shared();
  const say = (text: string, speaker: Speaker = ana, anchor: Anchor = { kind: "general" }) =>
    addComment(open.caller, id, speaker, { text, about: { anchor } });
  const named = (name: string): Speaker => ({ ...ana, name }) as Speaker;
  expect(codes(await say("x".repeat(2_001)))).toEqual(["too-long"]);
  expect(codes(await say("  \n "))).toEqual(["empty"]);
  expect(codes(await say("a\u0000b"))).toEqual(["control_character"]);
  expect(codes(await say("a\u202eb"))).toEqual(["bidi_control"]);
  expect(codes(await say("fine", named("x".repeat(61))))).toEqual(["too-long"]);
  expect(codes(await say("fine", named("Ana\u202egpj")))).toEqual(["bidi_control"]);
  expect(codes(await say("fine", named("Ana\nadmin")))).toEqual(["line_break"]);
  expect(codes(await say("fine", ana, { kind: "decision", path: "intake.nothing" }))).toEqual(["not-found"]);
  expect(codes(await say("fine", ana, { kind: "task", path: "../../etc/passwd" }))).toEqual(["not-found"]);
  expect(codes(await say("fine", ana, { kind: "finding", checkpoint: 1, id: "C-1" }))).toEqual(["not-found"]);
  expect(codes(await giveVerdict(open.caller, id, open, { name: " ", verdict: "request-changes", text: "" }))).toEqual([
    "empty",
    "empty",
  ]);
  for (const days of [0, 31, 1.5, Number.NaN, 1e300])
    expect(codes(await makeLink(caller, id, { ...LINK, days }))).toEqual(["out-of-range"]);
  expect(codes(await makeLink(caller, id, { ...LINK, label: "" }))).toEqual(["empty"]);
  expect((await loadDiscussion(caller, id))?.threads).toEqual([]);
  good(await say("💡".repeat(2_000)));
  for (let made = 1; made < 20; made++) good(await makeLink(caller, id, LINK));
  expect(codes(await makeLink(caller, id, LINK))).toEqual(["too-many"]);
});

test("a verdict is bound to the design it was given for, and an act of the owner is not in conflict with it", async () => {
  const { id, open } = await shared();
  const before = (await getLog(id, caller.ownerHash)).length;
  good(await giveVerdict(open.caller, id, open, { name: "Ana", verdict: "request-changes", text: "Name the clinics" }));
  expect((await loadDiscussion(caller, id))?.verdicts).toMatchObject([{ name: "Ana", current: true }]);
  const changes = [{ path: "intake.description", value: "Books appointments in all clinics" }];
  expect(codes(await confirmStage(caller, id, before, "intake"))).not.toContain("stale-version");
  good(await answerQuestions(caller, { projectId: id, version: before, changes }));
  good(await giveVerdict(open.caller, id, open, { name: "Ana", verdict: "approve", text: "" }));
  expect((await loadDiscussion(caller, id))?.verdicts).toMatchObject([
    { verdict: "approve", current: true },
    { verdict: "request-changes", current: false, text: "Name the clinics" },
  ]);
  good(await giveVerdict(open.caller, id, open, { name: "Bo", verdict: "approve", text: "" }));
  expect((await loadDiscussion(caller, id))?.verdicts.map(({ name, replaced }) => [name, replaced])).toEqual([
    ["Bo", false],
    ["Ana", false],
    ["Ana", true],
  ]);
  const log = await getLog(id, caller.ownerHash);
  expect(log.at(-2)).toMatchObject({ by: { kind: "reviewer", name: "Ana" }, event: { type: "verdict-given" } });
});

test("the mark that pages follow changes with everything they show, and only then", async () => {
  const { id, open, link, ana } = await shared();
  const marks = [await followLink(link.id, caller.now)];
  const step = async () => marks.push(await followLink(link.id, caller.now));
  await step();
  expect(new Set(marks).size).toBe(1);
  const asked = good(await addComment(open.caller, id, ana, { text: "Why?", ...GENERAL }));
  await step();
  good(await addComment(caller, id, { kind: "owner" }, { text: "So", about: { parentId: asked.id } }));
  await step();
  good(await resolveComment(caller, id, asked.id, true));
  await step();
  good(await giveVerdict(open.caller, id, open, { name: "Ana", verdict: "approve", text: "" }));
  await step();
  expect(new Set(marks).size).toBe(5);
});

test("all four forms of the report tell what colleagues said, and their words stay words", async () => {
  const mine: Caller = owner("share-report");
  const { id } = await approvedProject(mine);
  const { token, link } = good(await makeLink(mine, id, LINK));
  const open = (await openLink(token, mine.now)) as OpenLink;
  const eve: Speaker = { kind: "reviewer", linkId: link.id, name: "<b>Eve</b>" };
  const anchor: Anchor = { kind: "line", path: "pyproject.toml", line: 3, text: "name" };
  const text = "<script>alert(1)</script> | [x](javascript:1)\nand a second line";
  const asked = good(await addComment(open.caller, id, eve, { text, about: { anchor } }));
  good(await addComment(mine, id, { kind: "owner" }, { text: "Settled so", about: { parentId: asked.id } }));
  good(await resolveComment(mine, id, asked.id, true));
  good(await giveVerdict(open.caller, id, open, { name: "Ana", verdict: "approve", text: "Too early" }));
  good(await giveVerdict(open.caller, id, open, { name: "Ana", verdict: "request-changes", text: "Split it" }));
  const { report } = good(await projectReport(mine, id));
  expect(report.colleagues).toMatchObject({
    verdicts: [
      { verdict: "approve", text: "Too early", replaced: true },
      { name: "Ana", verdict: "request-changes", text: "Split it", current: true, replaced: false },
    ],
    comments: [{ about: "pyproject.toml, line 3", author: "<b>Eve</b>", text, answers: [{ text: "Settled so" }] }],
  });
  for (const [form, { write }] of Object.entries(REPORT_FORMS)) {
    const written = write(report);
    for (const fact of ["Split it", "Settled so", "second line"]) expect(written, form).toContain(fact);
  }
  expect(REPORT_FORMS.txt.write(report)).toContain("0 approved, 1 requested changes; 0 comments open, 1 resolved.");
  expect(REPORT_FORMS.html.write(report)).not.toContain("<script>");
  const row = REPORT_FORMS.md
    .write(report)
    .split("\n")
    .find((line) => line.includes("a second line")) as string;
  expect(row.replaceAll(/\\./g, "").split("|")).toHaveLength(6);
});
