import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env.ts";
import { PrismaClient } from "./generated/client.ts";

export { Prisma } from "./generated/client.ts";
export type Database = PrismaClient;

/** The client inside `db().$transaction(async (tx) => ...)`. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** Milliseconds; a wedged database must answer with an error, never with a hanging page (HARDENING, C7 and C8). */
const LIMITS = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 15_000,
} as const;

/** A client for one database. A lost connection is logged and replaced by the pool; it never ends the process. */
export function connect(url: string, max = 10): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: url, max, ...LIMITS },
    {
      onPoolError: (error) => process.stderr.write(`database pool: ${error.message}\n`),
      onConnectionError: (error) => process.stderr.write(`database connection: ${error.message}\n`),
    },
  );
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}

// One client for each process: a reload in development evaluates this module again and must not open a second pool.
const shared = globalThis as { plumblineDatabase?: PrismaClient };

/** The database of this process. Connects on first use, so that importing it needs no server. */
export function db(): PrismaClient {
  shared.plumblineDatabase ??= connect(env().DATABASE_URL);
  return shared.plumblineDatabase;
}

/** Closes the pool; the next `db()` opens a new one. */
export async function disconnect(): Promise<void> {
  const client = shared.plumblineDatabase;
  shared.plumblineDatabase = undefined;
  await client?.$disconnect();
}

/** One round trip, at most a second: whether work that needs the database can be done now. */
export async function isReachable(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 1_000, false).unref());
  const answer = db().$queryRaw`SELECT 1`.then(() => true).catch(() => false);
  return Promise.race([answer, late]);
}
