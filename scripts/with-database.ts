import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { startPostgres } from "./postgres.ts";

const ROOT = join(import.meta.dirname, "..");

/**
 * Runs work of an operator on the database of DATABASE_URL or, without one, on the embedded database of PLUMBLINE_DATA:
 * the running one, or one that is started for it and stopped afterwards. `make`: set it up where there is none.
 */
export async function withDatabase(work: (url: string) => Promise<number>, { make = false } = {}): Promise<void> {
  const code = await open(work, make).catch((error: Error) => {
    console.error(error.message);
    return 1;
  });
  process.exit(code);
}

async function open(work: (url: string) => Promise<number>, make: boolean): Promise<number> {
  const given = process.env.DATABASE_URL;
  if (given) return work(given);
  const folder = join(resolve(ROOT, process.env.PLUMBLINE_DATA || ".data"), "postgres");
  if (!make && !existsSync(join(folder, "cluster")))
    throw new Error(
      `There is no database in ${folder}. Set DATABASE_URL, or PLUMBLINE_DATA to the folder of the embedded one.`,
    );
  const server = await startPostgres({ folder });
  try {
    process.env.DATABASE_URL = server.url("plumbline");
    return await work(server.url("plumbline"));
  } finally {
    if (!server.adopted) await server.stop();
  }
}
