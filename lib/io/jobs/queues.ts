import type { Queue } from "pg-boss";
import { deleteExpiredKeys } from "../db/commands/delete-expired-keys.ts";

/** One kind of work that happens beside the pages. Payloads are ids and hashes, never file text or tokens. */
export interface JobQueue {
  name: string;
  options: Omit<Queue, "name">;
  /** When it runs by itself, as a cron line in UTC; absent for work that somebody asks for. */
  cron?: string;
  work(data: unknown): Promise<unknown>;
}

/** Every queue; the worker serves all of them. */
export const queues: readonly JobQueue[] = [
  {
    name: "expire-idempotency-keys",
    options: { retryLimit: 2, expireInSeconds: 60, notify: true },
    cron: "* * * * *",
    work: () => deleteExpiredKeys(new Date()),
  },
];
