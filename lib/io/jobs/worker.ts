import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PgBoss } from "pg-boss";
import { pino } from "pino";
import { disconnect, isReachable } from "../db/client.ts";
import { env } from "../env.ts";
import { queues } from "./queues.ts";

/** Touched after each round trip to the database; a health check looks at its age. */
export const aliveFile = () => join(env().PLUMBLINE_DATA, "worker-alive");

const HEARTBEAT_MS = 5_000;
const FINISH_WITHIN_MS = 10_000;

/** Serves all queues until `stop` is called, which lets a running job finish. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const log = pino({ level: env().LOG_LEVEL, name: "worker" });
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    max: 4,
    useListenNotify: true,
    monitorIntervalSeconds: 2,
    superviseIntervalSeconds: 2,
  });
  // Without a listener a lost connection would end the process; pg-boss connects again by itself.
  boss.on("error", (error) => log.warn({ error: error.message }, "the queue had to wait"));
  await boss.start();
  for (const queue of queues) {
    await boss.createQueue(queue.name, queue.options);
    await boss.work(queue.name, { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 }, async (jobs) => {
      for (const job of jobs) await queue.work(job.data);
    });
    if (queue.cron) await boss.schedule(queue.name, queue.cron);
  }
  const file = aliveFile();
  mkdirSync(dirname(file), { recursive: true });
  const beat = setInterval(async () => {
    if (await isReachable()) writeFileSync(file, "");
  }, HEARTBEAT_MS);
  writeFileSync(file, "");
  log.info({ queues: queues.map(({ name }) => name) }, "the worker is ready");
  return {
    async stop() {
      clearInterval(beat);
      rmSync(file, { force: true });
      await boss.stop({ graceful: true, timeout: FINISH_WITHIN_MS });
      await disconnect();
    },
  };
}
