import { fromPrisma, PgBoss } from "pg-boss";
import type { Transaction } from "../db/client.ts";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { PROVE } from "./queues.ts";

// One for each process, however often this module is evaluated (see the database client).
const shared = globalThis as { plumblineSender?: Promise<PgBoss> | undefined };

/** A queue that only takes: it serves nothing, supervises nothing and needs one connection. */
async function open(): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: env().DATABASE_URL, max: 1, supervise: false, schedule: false });
  boss.on("error", (error) => log().warn({ error }, "the queue had to wait"));
  await boss.start();
  await boss.createQueue(PROVE.name, PROVE);
  return boss;
}

function ready(): Promise<PgBoss> {
  shared.plumblineSender ??= open().catch((cause: unknown) => {
    shared.plumblineSender = undefined;
    throw cause;
  });
  return shared.plumblineSender;
}

/** Makes the queue ready, so that the first transaction that sends does not have to wait for it. */
export const prepareSending = async (): Promise<void> => void (await ready());

/**
 * Sends a run to the workers inside the transaction that records it: both happen, or neither does. `behind`: how many
 * runs of the same project wait already; the more they are, the more it gives way to other projects.
 */
export async function sendRun(tx: Transaction, runId: string, projectId: string, behind: number): Promise<void> {
  const boss = await ready();
  const sent = { id: runId, group: { id: projectId }, priority: -behind, db: fromPrisma(tx) };
  await boss.send(PROVE.name, { run: runId }, sent);
}

/** Closes the connection of the queue. */
export async function closeSender(): Promise<void> {
  const open = shared.plumblineSender;
  shared.plumblineSender = undefined;
  await (await open?.catch(() => undefined))?.stop({ graceful: false });
}
