/** Parts of `npm run bench` about runs: how soon a worker begins, and how many files it proves in a minute. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Line, timesLine, unmeasured } from "./bench-measure.ts";
import { type Stage, setStage } from "./chaos/stage.ts";
import { ended, type WorkerProcess } from "./chaos/world.ts";

const DISPATCHED = 40;
/** Runs of one file each: an edited file, the tests that reach it, and its types. */
const PROVED = 12;
const FIRST_SOURCE = 5;
const WITHIN_MS = 600_000;

/** Measures the queue with a database and workers of its own. The environment of this process points there afterwards. */
export async function benchRuns(containers: { reason?: string | undefined }): Promise<Line[]> {
  const stage = await setStage(4);
  try {
    const lines = [await dispatch(stage)];
    for (const workers of [1, 2])
      lines.push(
        containers.reason === undefined
          ? await throughput(stage, workers)
          : unmeasured(perMinute(workers), containers.reason),
      );
    return lines;
  } finally {
    await stage.close();
  }
}

/** From the transaction that recorded a run to the claim by an idle worker. */
async function dispatch(stage: Stage): Promise<Line> {
  const worker = await stage.world.worker();
  const sent: string[] = [];
  for (let n = 0; n < DISPATCHED; n++) {
    sent.push(...(await stage.send(1, 1)));
    await stage.oracle.settled(WITHIN_MS);
  }
  await stopped([worker]);
  const rows = await stage.oracle.ask<{ ms: number }>(
    `SELECT extract(epoch FROM claim.at - run.created_at)::float8 * 1000 AS ms
     FROM chaos_claim AS claim JOIN run ON run.id = claim.run WHERE run.id = ANY($1)`,
    [sent],
  );
  return timesLine(
    "queue dispatch: recorded until claimed",
    rows.map(({ ms }) => ms),
  );
}

const perMinute = (workers: number) => `validations of one file per minute, ${workers} worker${workers > 1 ? "s" : ""}`;

async function throughput(stage: Stage, count: number): Promise<Line> {
  const workers: WorkerProcess[] = [];
  for (let n = 0; n < count; n++) workers.push(await stage.world.worker({ PLUMBLINE_SANDBOX: "docker" }));
  // What was proved before would be remembered: each count of workers proves the same files anew.
  await stage.oracle.ask("DELETE FROM check_run");
  // Pools fill and readers start while nobody is waiting.
  await sleep(10_000);
  const begun = performance.now();
  const sent = await sendSources(stage);
  const settled = await stage.oracle.settled(WITHIN_MS);
  const minutes = (performance.now() - begun) / 60_000;
  const { done } = await stage.oracle.tally(sent);
  await stopped(workers);
  if (!settled) return unmeasured(perMinute(count), "the runs did not come to an end");
  const value = `${(done / minutes).toFixed(1)} (${done} of ${sent.length} runs in ${(minutes * 60).toFixed(0)} s)`;
  return { what: perMinute(count), value, bar: "none set" };
}

/** One run for each of so many source files, spread over the projects. The first files of a plan hold no code. */
async function sendSources({ loads }: Stage): Promise<string[]> {
  // The stage has told this process which database is meant; until then there is none.
  const { db } = await import("#lib/io/db/client.ts");
  const sent: string[] = [];
  for (let n = 0; n < PROVED; n++) {
    const run = await (loads[n % loads.length] as Stage["loads"][number]).prepare(FIRST_SOURCE + n, 1);
    const recorded = await db().$transaction((tx) => run(tx));
    if (recorded.ok) sent.push(recorded.value.id);
  }
  return sent;
}

async function stopped(workers: readonly WorkerProcess[]): Promise<void> {
  for (const { child } of workers) child.kill("SIGTERM");
  await Promise.all(workers.map(({ child }) => ended(child)));
}
