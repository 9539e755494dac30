import { setTimeout as sleep } from "node:timers/promises";
import { quantile } from "./oracle.ts";
import { isWhole, numbersOf, type Row, type RowResult, type Scale, seconds } from "./row.ts";
import type { Stage } from "./stage.ts";
import { follow, type Sample, startWeb, steadyLoad, type Web } from "./web.ts";
import { layWire } from "./wire.ts";
import { caughtAtWork } from "./worker-rows.ts";
import { ended, type WorkerProcess } from "./world.ts";

const SETTLED_MS = 180_000;
/** How long a server may take to end by itself. */
const PATIENCE_MS = 10_000;
/** As many streams as one person may have open. */
const PAGES = 5;
const failed = ({ status }: Sample): boolean => status === 0 || status >= 500;

/** Milliseconds from a moment until the first of ten good answers in a row. */
function recovery(samples: readonly Sample[], after: number): number {
  const later = samples.filter(({ at }) => at >= after);
  const index = later.findIndex((_, i) => later.slice(i, i + 10).every((one) => !failed(one)));
  return index === -1 ? Number.POSITIVE_INFINITY : (later[index] as Sample).at - after;
}

/** A request that reads the database for a known owner; a whole page would measure rendering instead. */
const page = (stage: Stage): string => `/p/${stage.loads[0]?.projectId}/deliver/answers`;

async function end(web: Web, workers: readonly WorkerProcess[]): Promise<void> {
  for (const { child } of workers) child.kill("SIGTERM");
  web.process.kill("SIGKILL");
  await Promise.all(workers.map(({ child }) => ended(child)));
}

const alive = (workers: readonly WorkerProcess[], web: Web): boolean =>
  [...workers.map(({ child }) => child), web.process].every((one) => one.exitCode === null && one.signalCode === null);

/** Requests and runs while the database goes away and comes back, again and again. `env`: how servers and workers reach it. */
async function throughOutages(
  stage: Stage,
  scale: Scale,
  times: number,
  env: Record<string, string>,
  outage: () => Promise<void>,
): Promise<RowResult> {
  const web = await startWeb(stage, env);
  const sandbox = { PLUMBLINE_SANDBOX: "embedded", ...env };
  const workers = [await stage.world.worker(sandbox), await stage.world.worker(sandbox)];
  const accepted = await stage.send(scale === "quick" ? 20 : 60, 8);
  const recovered: number[] = [];
  let slowest = 0;
  for (let time = 0; time < times; time++) {
    const stop = steadyLoad(() => [web.url], page(stage), 20);
    const passing = outage();
    const asked = Date.now();
    const ready = await fetch(`${web.url}/readyz`, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (ready?.status !== 200) slowest = Math.max(slowest, Date.now() - asked);
    await passing;
    const back = Date.now();
    await sleep(7_000);
    recovered.push(recovery(await stop(), back));
  }
  await stage.oracle.settled(SETTLED_MS);
  const tally = await stage.oracle.tally(accepted);
  const whole = alive(workers, web);
  await end(web, workers);
  const worst = Math.max(...recovered);
  return {
    pass: isWhole(tally) && whole && worst <= 5_000 && slowest <= 2_000,
    numbers: {
      outages: times,
      ...numbersOf(tally),
      "readyz says no after": `${slowest} ms`,
      "recovered, worst": seconds(worst),
      "processes ended": whole ? 0 : "some",
    },
  };
}

export const webRows: readonly Row[] = [
  {
    id: "C5",
    fault: "the database ends every connection, every 2 s",
    async run(stage, scale) {
      const lasting = scale === "quick" ? 12_000 : 60_000;
      const web = await startWeb(stage);
      const workers = [await stage.world.worker(), await stage.world.worker()];
      const stop = steadyLoad(() => [web.url], page(stage), 20);
      const accepted = await stage.send(scale === "quick" ? 20 : 60, 8);
      const until = Date.now() + lasting;
      for (; Date.now() < until; await sleep(2_000))
        await stage.oracle.ask(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
        );
      const over = Date.now();
      await sleep(8_000);
      const samples = await stop();
      await stage.oracle.settled(SETTLED_MS);
      const tally = await stage.oracle.tally(accepted);
      const whole = alive(workers, web);
      await end(web, workers);
      const late = samples.filter(({ at }) => at > over + 5_000);
      return {
        pass: isWhole(tally) && whole && late.every((one) => !failed(one)),
        numbers: {
          ...numbersOf(tally),
          requests: samples.length,
          "5xx inside": samples.filter((one) => failed(one)).length,
          "5xx afterwards": late.filter(failed).length,
          "p95 afterwards": `${quantile(
            late.map(({ ms }) => ms),
            0.95,
          )} ms`,
          "processes ended": whole ? 0 : "some",
        },
      };
    },
  },
  {
    id: "C6",
    fault: "the database stops without a word, and comes back",
    run: (stage, scale) =>
      throughOutages(stage, scale, scale === "quick" ? 2 : 10, {}, () =>
        stage.world.crashDatabase(scale === "quick" ? 4_000 : 10_000),
      ),
  },
  {
    id: "C18",
    fault: "the network to the database is cut",
    async run(stage, scale) {
      const wire = await layWire(stage.world.url);
      const times = scale === "quick" ? 1 : 3;
      const result = await throughOutages(stage, scale, times, { DATABASE_URL: wire.url }, async () => {
        wire.cut();
        await sleep(scale === "quick" ? 8_000 : 15_000);
        wire.mend();
      });
      wire.close();
      return result;
    },
  },
  {
    id: "C17",
    fault: "restart web servers and workers one after the other (SIGTERM)",
    async run(stage, scale) {
      const times = scale === "quick" ? 4 : 20;
      const webs = [await startWeb(stage), await startWeb(stage)];
      const workers = [await stage.world.worker(), await stage.world.worker()];
      const stop = steadyLoad(() => webs.map(({ url }) => url), page(stage), 50);
      const accepted = await stage.send(scale === "quick" ? 20 : 100, 8);
      const took: number[] = [];
      for (let time = 0; time < times; time++) {
        const index = time % 2;
        const web = webs[index] as Web;
        const worker = workers[index] as WorkerProcess;
        const begun = Date.now();
        web.process.kill("SIGTERM");
        worker.child.kill("SIGTERM");
        // A server whose clients keep their connections busy is ended after a while, as every container engine does.
        const patience = setTimeout(() => web.process.kill("SIGKILL"), PATIENCE_MS);
        await Promise.all([ended(web.process), ended(worker.child).then(() => took.push(Date.now() - begun))]);
        clearTimeout(patience);
        web.start();
        workers[index] = await stage.world.worker();
        await web.ready();
      }
      const samples = await stop();
      await stage.oracle.settled(SETTLED_MS);
      const tally = await stage.oracle.tally(accepted);
      await end(webs[0] as Web, workers);
      webs[1]?.process.kill("SIGKILL");
      const lost = samples.filter(failed).length;
      return {
        pass: isWhole(tally) && tally.crashed === 0 && lost === 0 && Math.max(...took) <= 10_000,
        numbers: {
          restarts: times,
          ...numbersOf(tally),
          requests: samples.length,
          "failed requests": lost,
          "worker gone after, worst": seconds(Math.max(...took)),
        },
      };
    },
  },
  {
    id: "ALL",
    fault: "kill -9 worker, web server and database during 50 runs",
    async run(stage, scale) {
      const times = scale === "quick" ? 2 : 10;
      const web = await startWeb(stage);
      let worker = await stage.world.worker();
      const accepted: string[] = [];
      const pages = stage.loads.slice(0, PAGES).map(({ projectId }) => follow(web, projectId));
      for (let time = 0; time < times; time++) {
        accepted.push(...(await stage.send(50, 6)));
        await caughtAtWork(stage, worker.id);
        worker.child.kill("SIGKILL");
        web.process.kill("SIGKILL");
        await stage.world.crashDatabase(1_000);
        web.start();
        worker = await stage.world.worker();
        await web.ready();
        await stage.oracle.settled(SETTLED_MS);
      }
      const tally = await stage.oracle.tally(accepted);
      await sleep(5_000);
      const views = pages.map((one) => one.view());
      const current = views.filter((view) =>
        view?.runs.every(({ status }) => status !== "queued" && status !== "running"),
      ).length;
      const connects = pages.reduce((sum, one) => sum + one.connects(), 0);
      for (const one of pages) one.stop();
      await end(web, [worker]);
      return {
        pass: isWhole(tally) && current === pages.length,
        numbers: { times, ...numbersOf(tally), "pages up to date": `${current}/${pages.length}`, connects },
      };
    },
  },
];
