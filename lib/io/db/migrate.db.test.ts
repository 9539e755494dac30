import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { migrate, schemaSql } from "./migrate.ts";

const MIGRATIONS = join(import.meta.dirname, "../../../prisma/migrations");
const names = readdirSync(MIGRATIONS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const admin = inject("postgresUrl");
const EMPTY = `migrate_${process.pid}_${Date.now()}`;
const url = admin.replace(/\/postgres$/, `/${EMPTY}`);

async function query(target: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: target });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

const columns = () =>
  query(
    url,
    `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY table_name, column_name`,
  );
const indexes = () =>
  query(
    url,
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY indexdef`,
  );

beforeEach(async () => {
  await query(admin, `DROP DATABASE IF EXISTS ${EMPTY} WITH (FORCE)`);
  await query(admin, `CREATE DATABASE ${EMPTY}`);
});
afterAll(() => query(admin, `DROP DATABASE IF EXISTS ${EMPTY} WITH (FORCE)`));

test("migrates an empty database and then has nothing left to do", async () => {
  expect(await migrate(url)).toEqual(names);
  expect(await migrate(url)).toEqual([]);
});

test("lets several starts at once migrate the same database", async () => {
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(applied.flat()).toEqual(names);
});

test("gives exactly the tables of the schema file", async () => {
  await migrate(url);
  const migrated = [await columns(), await indexes()];
  await query(url, "DROP SCHEMA public CASCADE");
  await query(url, await schemaSql(admin));
  expect(migrated).toEqual([await columns(), await indexes()]);
});

test("can be taken back to an empty database", async () => {
  await migrate(url);
  for (const name of names.toReversed()) await query(url, readFileSync(join(MIGRATIONS, name, "down.sql"), "utf8"));
  expect(await columns()).toEqual([]);
});

/** The log as a start leaves it that is killed during its last migration. */
const LAST_IS_OPEN = `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${names.at(-1)}'`;

test("goes on after a migration that was cut off before it did anything", async () => {
  await migrate(url);
  await query(url, readFileSync(join(MIGRATIONS, names.at(-1) as string, "down.sql"), "utf8"));
  await query(url, LAST_IS_OPEN);
  expect(await migrate(url)).toEqual([names.at(-1)]);
});

test("goes on after a migration that was cut off before it was noted as done", async () => {
  await migrate(url);
  await query(url, LAST_IS_OPEN);
  expect(await migrate(url)).toEqual([]);
  expect(await columns()).not.toEqual([]);
});
