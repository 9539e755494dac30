import fc from "fast-check";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/io/db/client.ts";
import { claimRun } from "#lib/io/db/commands/claim-run.ts";
import { forgetWorker, noteWorker } from "#lib/io/db/commands/note-worker.ts";
import { env } from "#lib/io/env.ts";
import { PROVE } from "#lib/io/jobs/queues.ts";
import { closeSender } from "#lib/io/jobs/send-run.ts";
import { sweepRuns } from "#lib/io/jobs/sweep-runs.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { embeddedDriver } from "#lib/io/sandbox/embedded-driver.ts";
import { approvedProject, good, owner } from "./approved-project.fixture.ts";
import { type Enqueue, prepareRun } from "./enqueue-run.ts";
import { loadGeneration } from "./load-generation.ts";
import { validateRun } from "./validate-run.ts";

const caller = owner("matrix");
let boss: PgBoss;
let enqueue: Enqueue;

beforeAll(async () => {
  await noteWorker({ id: "offers", host: "", sandbox: "docker", state: "ready", detail: "", toolchain: "t" });
  // However slow this machine is: it stays alive.
  await db().$executeRaw`UPDATE worker SET seen_at = now() + interval '1 hour'`;
  const { id } = await approvedProject(caller);
  const generation = good(await loadGeneration(caller, id));
  enqueue = good(await prepareRun(generation, { kind: "draft", paths: [".gitignore"], actor: caller.actor }));
  await db().run.deleteMany();
  await db().$executeRaw`DELETE FROM pgboss.job WHERE name = ${PROVE.name}`;
  boss = new PgBoss({ connectionString: env().DATABASE_URL, supervise: false, schedule: false });
  await boss.start();
  // An observer that does not rely on our own fence: it counts how often a run came to an end.
  await db().$executeRaw`ALTER TABLE run ADD COLUMN endings INT NOT NULL DEFAULT 0`;
  await db().$executeRaw`
    CREATE FUNCTION count_endings() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.status IN ('done', 'cancelled', 'crashed') THEN NEW.endings := OLD.endings + 1; END IF;
      RETURN NEW;
    END $$`;
  await db()
    .$executeRaw`CREATE TRIGGER count_endings BEFORE UPDATE OF status ON run FOR EACH ROW EXECUTE FUNCTION count_endings()`;
});
afterAll(async () => {
  await boss?.stop({ graceful: false });
  await closeSender();
  closeEmbedded();
});

/** Where a worker dies. What it would have done afterwards is simply not done, as after `kill -9`. */
const POINTS = ["fetched", "claimed", "verdict written", "acknowledged"] as const;
type Point = (typeof POINTS)[number];

async function work(worker: string, diesAt: Point | null): Promise<void> {
  await noteWorker({ id: worker, host: "", sandbox: "embedded", state: "ready", detail: "", toolchain: "t" });
  const [job] = await boss.fetch<{ run: string }>(PROVE.name, { ignoreStartAfter: true });
  if (job && diesAt !== "fetched") {
    const prove = { runId: job.data.run, worker, driver: embeddedDriver, fallback: "" };
    if (diesAt === "claimed") await claimRun(job.data.run, worker);
    else await validateRun({ ...prove, leaving: new AbortController().signal });
    if (diesAt !== "claimed" && diesAt !== "verdict written") await boss.complete(PROVE.name, job);
  }
  if (diesAt) await forgetWorker(worker);
}

/** What the queue does after ten silent seconds, at once. */
async function missHeartbeat(): Promise<void> {
  await db().$executeRaw`
    UPDATE pgboss.job SET heartbeat_on = now() - interval '1 minute' WHERE name = ${PROVE.name} AND state = 'active'`;
  await db().$executeRaw`UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL`;
  await boss.supervise(PROVE.name);
}

test("wherever workers die, a run ends exactly once: done, or given up after it took two workers along", {
  timeout: 180_000,
}, async () => {
  const lives = fc.array(fc.constantFrom(...POINTS), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(lives, async (deaths) => {
      const { id } = good(await db().$transaction((tx) => enqueue(tx)));
      for (const [index, point] of deaths.entries()) {
        await work(`w${index}`, point);
        await missHeartbeat();
      }
      await db().$executeRaw`UPDATE run SET created_at = created_at - interval '1 minute' WHERE id = ${id}`;
      await sweepRuns(boss);
      await work("survivor", null);
      const [run] = await db().$queryRaw<{ status: string; endings: number }[]>`
        SELECT status, endings FROM run WHERE id = ${id}`;
      const first = deaths.findIndex((point) => point === "verdict written" || point === "acknowledged");
      const killed = deaths.slice(0, first === -1 ? undefined : first).filter((point) => point === "claimed").length;
      expect(run).toEqual({ status: killed >= 2 ? "crashed" : "done", endings: 1 });
    }),
    { numRuns: 25 },
  );
});

test("a crash before the commit leaves neither run nor job, wherever in the transaction it was", async () => {
  const count = () => db().$queryRaw`
    SELECT (SELECT count(*)::int FROM run) AS runs, (SELECT count(*)::int FROM pgboss.job WHERE name = ${PROVE.name}) AS jobs`;
  const before = await count();
  const crash = db().$transaction(async (tx) => {
    good(await enqueue(tx));
    await tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
  });
  await expect(crash).rejects.toThrow();
  expect(await count()).toEqual(before);
});
