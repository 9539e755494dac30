import { setTimeout as sleep } from "node:timers/promises";
import { quantile } from "./oracle.ts";
import { isWhole, numbersOf, type Row, seconds } from "./row.ts";
import type { Stage } from "./stage.ts";
import { ended, type WorkerProcess } from "./world.ts";

/** How long the queue may take to give a dead worker's run to another one (HARDENING, C1 and C2). */
const TAKEN_AGAIN_MS = 15_000;
const SETTLED_MS = 180_000;

/** Runs that a worker has in its hands at this moment, and the time on the database's clock. */
export async function inHands(stage: Stage, worker: string): Promise<{ runs: string[]; at: Date }> {
  const [now] = await stage.oracle.ask<{ at: Date; runs: string[] }>(
    "SELECT clock_timestamp() AS at, coalesce(array_agg(id) FILTER (WHERE id IS NOT NULL), '{}') AS runs FROM run WHERE status = 'running' AND worker = $1",
    [worker],
  );
  return { runs: now?.runs ?? [], at: now?.at ?? new Date() };
}

/** Waits until a worker has something in its hands; null when nothing comes. */
export async function caughtAtWork(stage: Stage, worker: string, withinMs = 20_000) {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(20)) {
    const held = await inHands(stage, worker);
    if (held.runs.length > 0) return held;
  }
  return null;
}

/** Milliseconds until the next claim of each of these runs after a moment. */
export async function takenAgain(stage: Stage, runs: readonly string[], after: Date): Promise<number[]> {
  const rows = await stage.oracle.ask<{ ms: number }>(
    "SELECT extract(epoch FROM min(at) - $2::timestamptz) * 1000 AS ms FROM chaos_claim WHERE run = ANY($1) AND at > $2 GROUP BY run",
    [runs, after],
  );
  return rows.map(({ ms }) => Number(ms));
}

async function stopAll(workers: readonly WorkerProcess[]): Promise<void> {
  for (const { child } of workers) child.kill("SIGTERM");
  await Promise.all(workers.map(({ child }) => ended(child)));
}

export const workerRows: readonly Row[] = [
  {
    id: "C1",
    fault: "kill -9 a worker mid-job, again and again",
    async run(stage, scale) {
      const [jobs, kills] = scale === "quick" ? [30, 5] : [200, 50];
      const accepted = await stage.send(jobs, 8);
      const workers = [await stage.world.worker(), await stage.world.worker()];
      const victims: { runs: string[]; at: Date }[] = [];
      while (victims.length < kills) {
        if ((await stage.oracle.open()) < 10) accepted.push(...(await stage.send(10, 8)));
        const index = victims.length % 2;
        const worker = workers[index] as WorkerProcess;
        const held = await caughtAtWork(stage, worker.id);
        worker.child.kill("SIGKILL");
        if (held) victims.push(held);
        workers[index] = await stage.world.worker();
      }
      await stage.oracle.settled(SETTLED_MS);
      const tally = await stage.oracle.tally(accepted);
      const again = (await Promise.all(victims.map(({ runs, at }) => takenAgain(stage, runs, at)))).flat();
      await stopAll(workers);
      const p95 = quantile(again, 0.95);
      return {
        pass: isWhole(tally) && p95 <= TAKEN_AGAIN_MS,
        numbers: {
          kills: victims.length,
          ...numbersOf(tally),
          "runs hit": again.length,
          "taken again p50": seconds(quantile(again, 0.5)),
          "taken again p95": seconds(p95),
        },
      };
    },
  },
  {
    id: "C2",
    fault: "kill -9 both workers, 50 runs queued",
    async run(stage, scale) {
      const jobs = scale === "quick" ? 20 : 50;
      const workers = [await stage.world.worker(), await stage.world.worker()];
      const accepted = await stage.send(jobs, 8);
      await caughtAtWork(stage, (workers[0] as WorkerProcess).id);
      const held = (await Promise.all(workers.map(({ id }) => inHands(stage, id)))).flatMap(({ runs }) => runs);
      for (const { child } of workers) child.kill("SIGKILL");
      await sleep(3_000);
      const survivor = await stage.world.worker();
      const { at } = await inHands(stage, "");
      const settled = await stage.oracle.settled(SETTLED_MS);
      const tally = await stage.oracle.tally(accepted);
      const again = await takenAgain(stage, held, at);
      await stopAll([survivor]);
      const worst = Math.max(0, ...again);
      return {
        pass: settled && isWhole(tally) && worst <= TAKEN_AGAIN_MS,
        numbers: { ...numbersOf(tally), "runs hit": held.length, "taken again, worst": seconds(worst) },
      };
    },
  },
  {
    id: "C3",
    fault: "freeze a worker mid-job (SIGSTOP), then let it go on",
    async run(stage, scale) {
      const [jobs, frozenMs] = scale === "quick" ? [10, 18_000] : [20, 30_000];
      const workers = [await stage.world.worker(), await stage.world.worker()];
      const accepted = await stage.send(jobs, 12);
      const [frozen] = workers as [WorkerProcess];
      await caughtAtWork(stage, frozen.id);
      frozen.child.kill("SIGSTOP");
      const held = await inHands(stage, frozen.id);
      await sleep(frozenMs);
      frozen.child.kill("SIGCONT");
      await stage.oracle.settled(SETTLED_MS);
      // The frozen worker has been awake for a while: whatever it still wanted to write, it has tried by now.
      await sleep(5_000);
      const tally = await stage.oracle.tally(accepted);
      const again = await takenAgain(stage, held.runs, held.at);
      await stopAll(workers);
      return {
        pass: isWhole(tally) && tally.crashed === 0,
        numbers: { ...numbersOf(tally), "runs frozen": held.runs.length, "taken over": again.length },
      };
    },
  },
];
