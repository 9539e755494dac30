import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import { type PostgresServer, startPostgres } from "../../postgres.ts";

export interface Databases {
  /** A new, empty database; its address as asyncpg wants it. The name holds `test`, or the tests would refuse it. */
  create(): Promise<string>;
  /** The rows of a query on a database made here. */
  rows(address: string, sql: string): Promise<Record<string, unknown>[]>;
}

/** A real Postgres for one test file, started before its first test and removed after its last. */
export function realPostgres(): Databases {
  let server: PostgresServer;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "plumbline-judge-"));
    server = await startPostgres({
      folder,
      settings: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
    });
  });
  afterAll(async () => {
    await server?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });
  const query = async (url: string, sql: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };
  return {
    async create() {
      const name = `judged_test_${randomBytes(6).toString("hex")}`;
      await query(server.url("postgres"), `CREATE DATABASE ${name}`);
      return server.url(name).replace(/^postgresql:/, "postgresql+asyncpg:");
    },
    async rows(address, sql) {
      return (await query(address.replace("+asyncpg", ""), sql)).rows;
    },
  };
}
