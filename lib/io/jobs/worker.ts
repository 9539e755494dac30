import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { PgBoss } from "pg-boss";
import { disconnect } from "../db/client.ts";
import { env, sandboxEnvironment } from "../env.ts";
import { log as logOf } from "../log.ts";
import { openWorkerMetrics } from "../metrics/worker-metrics.ts";
import { openSandbox } from "../sandbox/open-sandbox.ts";
import { presence, servingDriver } from "./presence.ts";
import { PROVE, queues } from "./queues.ts";
import { closeSender } from "./send-run.ts";
import { type RunJob, runServer, type Serving } from "./serve-runs.ts";
import { hurryWaiting, sweepRuns } from "./sweep-runs.ts";

/** Touched after each round trip to the database; a health check looks at its age. */
export const aliveFile = () => join(env().PLUMBLINE_DATA, "worker-alive");

const HEARTBEAT_MS = 5_000;
const HURRY_MS = 1_000;
/** A run that is nearly done may end by itself; the others go back into the queue. */
const LET_FINISH_MS = 4_000;
const STOP_WITHIN_MS = 9_000;
const QUICK = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 } as const;

export interface RunningWorker {
  id: string;
  stop(): Promise<void>;
}

/**
 * Serves all queues until `stop` is called, which lets short work finish and hands back the rest. `prove`: the verb
 * that proves one run; it throws when the run has to be tried again.
 */
export async function startWorker(prove: (job: RunJob) => Promise<void>): Promise<RunningWorker> {
  const log = logOf("worker");
  const metrics = openWorkerMetrics();
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: availableParallelism() + 4,
    connectionTimeoutMillis: 5_000,
    useListenNotify: true,
    // Together with a heartbeat of ten seconds: a dead worker is noticed after 5 to 12 seconds.
    monitorIntervalSeconds: 1,
    superviseIntervalSeconds: 1,
    // Otherwise what has ended would be deleted once a day only, and each look at the queue would step over a day's jobs.
    maintenanceIntervalSeconds: 30,
  });
  // Without a listener a lost connection would end the process; pg-boss connects again by itself.
  boss.on("error", (error) => log.warn({ error }, "the queue had to wait"));
  await boss.start();
  const own = [...queues, { ...SWEEP, work: () => sweepRuns(boss) }];
  // What an older version did by itself and this one does not any more.
  for (const { name } of await boss.getSchedules())
    if (!own.some((queue) => queue.name === name)) await boss.unschedule(name);
  for (const queue of own) {
    await boss.createQueue(queue.name, queue.options);
    // Otherwise a queue that an older version made would keep that version's settings.
    await boss.updateQueue(queue.name, queue.options);
    await boss.work(queue.name, QUICK, () => queue.work());
    await boss.schedule(queue.name, queue.cron);
  }
  await boss.createQueue(PROVE.name, PROVE);
  await boss.updateQueue(PROVE.name, PROVE);

  const self = presence();
  const leaving = new AbortController();
  const server = runServer(boss, self.id, leaving.signal, serving, prove, metrics.ran);
  const file = aliveFile();
  mkdirSync(dirname(file), { recursive: true });
  let stopping = false;
  // One after the other, so that an older state never has the last word.
  let told: Promise<void> = Promise.resolve();
  const beat = () => {
    told = told.then(say).catch((error) => log.warn({ error }, "the worker had to wait"));
  };
  const sandbox = openSandbox({
    environment: sandboxEnvironment(),
    onState: beat,
    onWarning: (warning) => log.warn(warning),
  });
  async function say(): Promise<void> {
    if (stopping) return;
    if (await self.tell(sandbox.state(), await metrics.said())) writeFileSync(file, "");
    await server.serve((await serving()) !== null);
  }
  async function serving(): Promise<Serving> {
    const driver = await servingDriver(sandbox);
    return driver && { driver, fallback: sandbox.state().detail };
  }
  beat();
  await told;
  const beating = setInterval(beat, HEARTBEAT_MS);
  const hurrying = setInterval(() => void hurryWaiting().catch(() => undefined), HURRY_MS);
  log.info({ id: self.id, ...sandbox.state() }, "the worker is ready");
  return {
    id: self.id,
    async stop() {
      stopping = true;
      clearInterval(beating);
      clearInterval(hurrying);
      await told;
      const patience = setTimeout(() => leaving.abort(), LET_FINISH_MS);
      rmSync(file, { force: true });
      await self.leave();
      await server.serve(false);
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
      clearTimeout(patience);
      await sandbox.close();
      await closeSender();
      await disconnect();
    },
  };
}

const SWEEP = { name: "sweep-runs", options: { retryLimit: 2, expireInSeconds: 60, notify: true }, cron: "* * * * *" };
