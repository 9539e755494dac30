import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnect } from "#lib/io/db/client.ts";

const admin = inject("postgresUrl");
const name = `test_${randomBytes(8).toString("hex")}`;

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: admin });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

// Each file of the suite `db` finds DATABASE_URL set to a migrated, empty database of its own; `db()` just works.
beforeAll(async () => {
  await onServer(`CREATE DATABASE ${name} TEMPLATE plumbline`);
  process.env.DATABASE_URL = admin.replace(/\/postgres$/, `/${name}`);
});

afterAll(async () => {
  await disconnect();
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
