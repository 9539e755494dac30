import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "../db/client.ts";
import { claimKey } from "../db/commands/claim-key.ts";
import { claimRun } from "../db/commands/claim-run.ts";
import { finishRun } from "../db/commands/finish-run.ts";
import { insertRun } from "../db/commands/insert-run.ts";
import { noteWorker } from "../db/commands/note-worker.ts";
import { listWorkers } from "../db/queries/list-workers.ts";
import { closeSender, prepareSending, sendRun } from "./send-run.ts";
import { hurryWaiting } from "./sweep-runs.ts";

const HOUR_MS = 3_600_000;

/** A run that waits for a worker. */
async function queuedRun(): Promise<string> {
  await prepareSending();
  const actor = { kind: "owner", name: "you" } as const;
  const snapshot = { answers: {}, plan: {}, files: [] } as unknown as Parameters<typeof insertRun>[1]["snapshot"];
  return db().$transaction(async (tx) => {
    const id = await insertRun(tx, { projectId: "p", kind: "draft", paths: [], snapshot, actor });
    await sendRun(tx, id, "p", 0);
    return id;
  });
}

beforeEach(async () => {
  await db().project.deleteMany();
  await db().project.create({ data: { id: "p", ownerHash: "o", snapshot: {} } });
});
afterAll(closeSender);

test("a run takes no less than no time, whatever clocks are set to meanwhile", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR_MS });
  const id = await queuedRun().finally(() => vi.useRealTimers());
  const asked = await db().run.findUniqueOrThrow({ where: { id } });
  expect(Math.abs(asked.createdAt.getTime() - Date.now())).toBeLessThan(HOUR_MS / 2);
  // As if the clock of the database had gone back since it was asked for, and again while it ran.
  await db().$executeRaw`UPDATE run SET created_at = now() + interval '1 hour' WHERE id = ${id}`;
  const claimed = await claimRun(id, "one");
  await db().$executeRaw`UPDATE run SET started_at = started_at + interval '1 hour' WHERE id = ${id}`;
  const done = { sandbox: "embedded", toolchain: "", progress: {}, outcomes: {}, reason: "", remember: [] };
  expect(await finishRun({ id, attempt: claimed?.attempt ?? 0 }, done)).toBe(true);
  const run = await db().run.findUniqueOrThrow({ where: { id } });
  expect(run.startedAt?.getTime()).toBeGreaterThanOrEqual(run.createdAt.getTime());
  expect(run.finishedAt?.getTime()).toBeGreaterThanOrEqual(run.startedAt?.getTime() ?? Number.NaN);
});

test("a run that waits when the clock of the database goes back does not wait until that time comes again", async () => {
  const id = await queuedRun();
  await db().$executeRaw`UPDATE pgboss.job SET start_after = now() + interval '1 hour' WHERE id = ${id}::uuid`;
  await hurryWaiting();
  const [job] = await db().$queryRaw<{ due: boolean; priority: number }[]>`
    SELECT start_after <= now() AS due, priority FROM pgboss.job WHERE id = ${id}::uuid`;
  expect(job).toEqual({ due: true, priority: 0 });
});

test("a worker that was heard of in the future is forgotten by the next that speaks", async () => {
  const worker = { host: "here", sandbox: "docker", state: "ready", detail: "", toolchain: "" } as const;
  await noteWorker({ id: "gone", ...worker });
  await db().$executeRaw`UPDATE worker SET seen_at = now() + interval '1 hour'`;
  await noteWorker({ id: "here", ...worker, sandbox: "embedded" });
  expect((await listWorkers()).map(({ sandbox }) => sandbox)).toEqual(["embedded"]);
  await db().worker.deleteMany();
});

test("a web server whose clock is ahead does not do again what another one is doing", async () => {
  const named = { scope: "clocks", key: randomUUID(), requestHash: "a".repeat(64) };
  expect(await claimKey(named)).toEqual({ kind: "mine" });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR_MS });
  expect(await claimKey(named).finally(() => vi.useRealTimers())).toEqual({ kind: "busy" });
});
