import { PgBoss } from "pg-boss";
import { afterAll, afterEach, expect, test } from "vitest";
import type { Outcome } from "#lib/core/checks/check.ts";
import { summarise } from "#lib/core/checks/run.ts";
import { db } from "#lib/io/db/client.ts";
import { claimRun } from "#lib/io/db/commands/claim-run.ts";
import { finishRun, handBackRun } from "#lib/io/db/commands/finish-run.ts";
import { forgetWorker, noteWorker } from "#lib/io/db/commands/note-worker.ts";
import { env } from "#lib/io/env.ts";
import { closeSender } from "#lib/io/jobs/send-run.ts";
import { sweepRuns } from "#lib/io/jobs/sweep-runs.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { embeddedDriver } from "#lib/io/sandbox/embedded-driver.ts";
import { approvedProject, codes, good, owner } from "./approved-project.fixture.ts";
import { cancelRun } from "./cancel-run.ts";
import { checkDraft } from "./check-draft.ts";
import { rememberedVerdicts } from "./checking.ts";
import { prepareRun } from "./enqueue-run.ts";
import { loadGeneration } from "./load-generation.ts";
import { loadRuns } from "./load-runs.ts";
import { requestRun } from "./request-run.ts";
import { saveDraft } from "./save-draft.ts";
import { containerContexts, standingFiles } from "./standing.ts";
import { validateRun } from "./validate-run.ts";

const caller = owner("runs");
const PATH = "src/clinic_booking/settings.py";
const WORKER = { host: "here", sandbox: "docker", state: "ready", detail: "", toolchain: "tools 1" } as const;

async function offerContainers(): Promise<void> {
  await noteWorker({ id: "one", ...WORKER });
  // However slow this machine is: it stays alive.
  await db().$executeRaw`UPDATE worker SET seen_at = now() + interval '1 hour'`;
}
const jobs = () =>
  db().$queryRaw<{ id: string }[]>`SELECT id::text FROM pgboss.job WHERE name = 'prove' ORDER BY priority DESC`;
const runs = (projectId: string) => db().run.findMany({ where: { projectId }, orderBy: { createdAt: "asc" } });
const write = (projectId: string, text: string) =>
  saveDraft(caller, { projectId, path: PATH, text, source: "edit" }).then(good);
const passed: Outcome = { check: "types", status: "pass", findings: [], tool: "mypy", sandbox: "docker" };

const finished = (sha256: string, context: string) => ({
  sandbox: "docker",
  toolchain: "tools 1",
  progress: { summary: summarise({ [PATH]: [passed] }) },
  outcomes: { [PATH]: [passed] },
  reason: "",
  remember: [{ sha256, path: PATH, check: "container", context, toolchain: "tools 1", outcome: [passed] }],
});

afterEach(async () => {
  await db().worker.deleteMany();
  await db().run.deleteMany();
});
afterAll(async () => {
  closeEmbedded();
  await closeSender();
});

test("without containers nothing is queued, and a request says why", async () => {
  const { id } = await approvedProject(caller);
  await write(id, "A = 1\n");
  expect(codes(await requestRun(caller, { projectId: id, kind: "repository", paths: [] }))).toEqual(["no-sandbox"]);
  expect(await runs(id)).toEqual([]);
});

test("review, approval and each draft queue a run, and a newer draft takes the place of one that waits", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  expect((await runs(id)).map(({ kind, status }) => [kind, status])).toEqual([
    ["feasibility", "queued"],
    ["repository", "queued"],
  ]);
  await write(id, "A = 1\n");
  await write(id, "A = 2\n");
  const drafts = (await runs(id)).filter(({ kind }) => kind === "draft");
  expect(drafts.map(({ status }) => status)).toEqual(["cancelled", "queued"]);
  expect(drafts[0]?.reason).toContain("newer draft");
  const sent = await jobs();
  for (const { id: run } of await runs(id)) expect(sent).toContainEqual({ id: run });
});

test("a draft, its run and its job come to be together or not at all", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  const before = [await runs(id), await jobs(), await db().content.count()];
  const generation = good(await loadGeneration(caller, id));
  const run = good(
    await prepareRun(generation, {
      kind: "draft",
      changed: { path: PATH, text: "LOST = 1\n" },
      actor: caller.actor,
    }),
  );
  const failing = db().$transaction(async (tx) => {
    good(await run(tx));
    throw new Error("the power went out");
  });
  await expect(failing).rejects.toThrow("the power went out");
  expect([await runs(id), await jobs(), await db().content.count()]).toEqual(before);
});

test("types and tests are pending while a run waits, and the person may read on", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  await write(id, '"""Settings."""\n');
  const checked = good(await checkDraft(caller, id, PATH));
  expect(
    checked.outcomes.filter(({ status }) => status === "pending").map(({ check, reason }) => [check, reason]),
  ).toEqual([
    ["types", "Waits for its turn in the sandbox."],
    ["tests", "Waits for its turn in the sandbox."],
  ]);
  expect(checked.verdict.accept).not.toBe("yes");
});

test("a verdict that comes late writes nothing: neither the run nor what is remembered", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  await write(id, "A = 1\n");
  const run = (await runs(id)).at(-1)?.id as string;
  const first = await claimRun(run, "frozen");
  const second = await claimRun(run, "one");
  expect([first?.attempt, second?.attempt]).toEqual([1, 2]);
  expect(await finishRun(first as never, finished("a", "late"))).toBe(false);
  expect(await finishRun(second as never, finished("a", "first"))).toBe(true);
  expect(await finishRun(second as never, finished("a", "again"))).toBe(false);
  const remembered = await db().checkRun.findMany({ where: { sha256: "a", check: "container" } });
  expect(remembered.map(({ context }) => context)).toEqual(["first"]);
});

test("a run whose second worker vanished is shown as crashed and taken by nobody", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  const run = (await runs(id))[0]?.id as string;
  for (const worker of ["dies", "dies too"]) {
    await noteWorker({ id: worker, ...WORKER });
    expect(await claimRun(run, worker)).not.toBeNull();
    await forgetWorker(worker);
  }
  expect(await claimRun(run, "one")).toBeNull();
  const [row] = good(await loadRuns(caller, id)).runs.filter((one) => one.id === run);
  expect(row).toMatchObject({ status: "crashed", reason: expect.stringContaining("Two workers") });
});

test("a worker that is alive and lost only its claim does not make a run look poisonous", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  const run = (await runs(id))[0]?.id as string;
  for (let turn = 0; turn < 4; turn++) expect((await claimRun(run, "one"))?.attempt).toBe(turn + 1);
});

test("a run goes back into the queue without a mark, and is given up after its second error", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  const run = (await runs(id))[0]?.id as string;
  const held = async () => (await claimRun(run, "one")) as { id: string; attempt: number };
  for (const lost of [false, false, true]) {
    await handBackRun(await held(), "why", lost);
    expect((await db().run.findUnique({ where: { id: run } }))?.status).toBe("queued");
  }
  await handBackRun(await held(), "why", true);
  expect((await db().run.findUnique({ where: { id: run } }))?.status).toBe("crashed");
});

test("a cancelled run stops its worker and writes no verdict; a stranger cancels nothing", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  const run = (await runs(id)).at(-1)?.id as string;
  expect(codes(await cancelRun(owner("stranger"), id, run))).toEqual(["not-found"]);
  const proving = validateRun({
    runId: run,
    worker: "one",
    driver: embeddedDriver,
    leaving: new AbortController().signal,
    fallback: "",
  });
  await expect.poll(async () => (await db().run.findUnique({ where: { id: run } }))?.status).toBe("running");
  good(await cancelRun(caller, id, run));
  await proving;
  expect(await db().run.findUnique({ where: { id: run } })).toMatchObject({ status: "cancelled", result: null });
});

test("twenty runs may wait for a project; the next request is told that the sandbox is busy, and its draft is kept", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  const paths = good(await loadGeneration(caller, id)).tasks.flatMap(({ path, draft }) => (draft ? [path] : []));
  for (const path of paths.slice(0, 18))
    good(await requestRun(caller, { projectId: id, kind: "draft", paths: [path] }));
  const next = requestRun(caller, { projectId: id, kind: "draft", paths: [paths.at(-1) as string] });
  expect(codes(await next)).toEqual(["busy"]);
  const { number } = await write(id, "KEPT = 1\n");
  expect(number).toBe(1);
});

test("runs of one project give way to the first run of another", async () => {
  await offerContainers();
  const [many, one] = [await approvedProject(caller), await approvedProject(caller)];
  await db().run.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'prove'`;
  for (const path of ["LICENSE", "README.md", ".gitignore"])
    good(await requestRun(caller, { projectId: many.id, kind: "draft", paths: [path] }));
  const late = good(await requestRun(caller, { projectId: one.id, kind: "draft", paths: ["LICENSE"] }));
  expect((await jobs()).map(({ id }) => id).indexOf(late.id)).toBeLessThan(2);
});

test("what was proved exactly as it stands is done at once, without a job", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  await write(id, "A = 1\n");
  const generation = good(await loadGeneration(caller, id));
  const files = await standingFiles(generation);
  const own = files.find(({ path }) => path === PATH) as { sha256: string };
  const run = (await claimRun((await runs(id)).at(-1)?.id as string, "one")) as { id: string; attempt: number };
  const context = containerContexts(generation, files).get(PATH) as string;
  expect(await finishRun(run, finished(own.sha256, context))).toBe(true);
  const again = good(await requestRun(caller, { projectId: id, kind: "draft", paths: [PATH] }));
  expect(again.remembered).toBe(true);
  expect((await jobs()).map((job) => job.id)).not.toContain(again.id);
  const shown = good(await loadRuns(caller, id)).runs.find((one) => one.id === again.id);
  expect(shown).toMatchObject({ status: "done", sandbox: "docker", counts: { passed: 1 } });
  expect((await rememberedVerdicts(good(await loadGeneration(caller, id)))).get(PATH)).toMatchObject({
    sandbox: "docker",
    outcomes: [{ check: "types", status: "pass" }],
  });
});

test("a run whose job is gone or used up is sent again", async () => {
  await offerContainers();
  const { id } = await approvedProject(caller);
  await db().$executeRaw`UPDATE run SET created_at = now() - interval '1 minute'`;
  const [gone, failed] = (await runs(id)).map((run) => run.id) as [string, string];
  await db().$executeRaw`DELETE FROM pgboss.job WHERE id = ${gone}::uuid`;
  await db().$executeRaw`UPDATE pgboss.job SET state = 'failed' WHERE id = ${failed}::uuid`;
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, supervise: false, schedule: false });
  await boss.start();
  try {
    expect(await sweepRuns(boss)).toBe(2);
    expect(await sweepRuns(boss)).toBe(0);
  } finally {
    await boss.stop({ graceful: false });
  }
});

test("a stranger is not told about runs", async () => {
  const { id } = await approvedProject(caller);
  expect(codes(await loadRuns(owner("stranger"), id))).toEqual(["not-found"]);
});
