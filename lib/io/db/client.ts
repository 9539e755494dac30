import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { env } from "../env.ts";
import { log } from "../log.ts";
import { PrismaClient } from "./generated/client.ts";

export { Prisma } from "./generated/client.ts";
export type Database = PrismaClient;

/** The client inside `db().$transaction(async (tx) => ...)`. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** Connections, and milliseconds; a wedged database must answer with an error, never with a hanging page (HARDENING, C7 and C8). */
const LIMITS = {
  max: 10,
  // For its turn and then for its connection: twice this is the longest that a request waits for a frozen database.
  connectionTimeoutMillis: 2_000,
  // Postgres ends what takes too long, and a lock is not waited for any longer; the second is for one that says nothing at all.
  statement_timeout: 5_000,
  query_timeout: 6_000,
  idle_in_transaction_session_timeout: 15_000,
} as const;

interface Connected {
  client: PrismaClient;
  pool: Pool;
}

/** A client for one database. A lost connection is logged and replaced by the pool; it never ends the process. */
function connect(url: string): Connected {
  const pool = new Pool({ connectionString: url, ...LIMITS });
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    onPoolError: (error) => log().warn({ error }, "a waiting connection to the database was lost"),
    onConnectionError: (error) => log().warn({ error }, "a connection to the database was lost"),
  });
  return { pool, client: new PrismaClient({ adapter, errorFormat: "minimal" }) };
}

// One client for each process: a reload in development evaluates this module again and must not open a second pool.
const shared = globalThis as { plumblineDatabase?: Connected | undefined };

/** The database of this process. Connects on first use, so that importing it needs no server. */
export function db(): PrismaClient {
  shared.plumblineDatabase ??= connect(env().DATABASE_URL);
  return shared.plumblineDatabase.client;
}

/** How the connections of this process are used. `waiting`: work that waits for one. */
export function connections(): { used: number; idle: number; waiting: number } {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = shared.plumblineDatabase?.pool ?? {};
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

/** Closes the pool; the next `db()` opens a new one. */
export async function disconnect(): Promise<void> {
  const open = shared.plumblineDatabase;
  shared.plumblineDatabase = undefined;
  await open?.client.$disconnect();
}

/** One round trip, at most a second: whether work that needs the database can be done now. */
export async function isReachable(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 1_000, false).unref());
  const answer = db().$queryRaw`SELECT 1`.then(() => true).catch(() => false);
  return Promise.race([answer, late]);
}
