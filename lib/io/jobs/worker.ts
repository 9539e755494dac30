import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { PgBoss } from "pg-boss";
import { pino } from "pino";
import { disconnect } from "../db/client.ts";
import { env } from "../env.ts";
import { type OpenSandbox, presence, servingDriver } from "./presence.ts";
import { PROVE, queues } from "./queues.ts";
import { closeSender } from "./send-run.ts";
import { type RunJob, runServer } from "./serve-runs.ts";
import { sweepRuns } from "./sweep-runs.ts";

/** Touched after each round trip to the database; a health check looks at its age. */
export const aliveFile = () => join(env().PLUMBLINE_DATA, "worker-alive");

const HEARTBEAT_MS = 5_000;
/** A run that is nearly done may end by itself; the others go back into the queue. */
const LET_FINISH_MS = 4_000;
const STOP_WITHIN_MS = 9_000;
const QUICK = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 } as const;

export interface WorkerParts {
  sandbox: OpenSandbox;
  /** The verb that proves one run; throws when it has to be tried again. */
  prove(job: RunJob): Promise<void>;
}

export interface RunningWorker {
  id: string;
  /** Tells what the sandbox offers now, at once. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

/** Serves all queues until `stop` is called, which lets short work finish and hands back the rest. */
export async function startWorker({ sandbox, prove }: WorkerParts): Promise<RunningWorker> {
  const log = pino({ level: env().LOG_LEVEL, name: "worker" });
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: availableParallelism() + 4,
    connectionTimeoutMillis: 5_000,
    useListenNotify: true,
    monitorIntervalSeconds: 2,
    superviseIntervalSeconds: 2,
  });
  // Without a listener a lost connection would end the process; pg-boss connects again by itself.
  boss.on("error", (error) => log.warn({ error: error.message }, "the queue had to wait"));
  await boss.start();
  for (const queue of [...queues, { ...SWEEP, work: () => sweepRuns(boss) }]) {
    await boss.createQueue(queue.name, queue.options);
    await boss.work(queue.name, QUICK, () => queue.work());
    await boss.schedule(queue.name, queue.cron);
  }
  await boss.createQueue(PROVE.name, PROVE);

  const self = presence();
  const leaving = new AbortController();
  const server = runServer(boss, self.id, leaving.signal, prove);
  const file = aliveFile();
  mkdirSync(dirname(file), { recursive: true });
  let stopping = false;
  async function beat(): Promise<void> {
    if (await self.tell(sandbox.state())) writeFileSync(file, "");
    const driver = await servingDriver(sandbox);
    if (!stopping) await server.serve(driver, sandbox.state().detail);
  }
  await beat();
  const beating = setInterval(() => void beat().catch((error) => log.warn({ error: String(error) })), HEARTBEAT_MS);
  log.info({ id: self.id, ...sandbox.state() }, "the worker is ready");
  return {
    id: self.id,
    refresh: beat,
    async stop() {
      stopping = true;
      clearInterval(beating);
      const patience = setTimeout(() => leaving.abort(), LET_FINISH_MS);
      rmSync(file, { force: true });
      await self.leave();
      await server.serve(null, "");
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
      clearTimeout(patience);
      await sandbox.close();
      await closeSender();
      await disconnect();
    },
  };
}

const SWEEP = { name: "sweep-runs", options: { retryLimit: 2, expireInSeconds: 60, notify: true }, cron: "* * * * *" };
