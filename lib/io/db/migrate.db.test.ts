import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { migrate, schemaSql, takeBack } from "./migrate.ts";

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
  for (const name of names.toReversed()) expect(await takeBack(url)).toBe(name);
  expect([await takeBack(url), await columns()]).toEqual([null, []]);
});

test("nobody waits behind a migration that waits for somebody who reads", async () => {
  const next = "99990101000000_next";
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
  mkdirSync(join(folder, next));
  writeFileSync(join(folder, next, "migration.sql"), "ALTER TABLE run ADD COLUMN next INTEGER;");
  await migrate(url);
  const reader = new Client({ connectionString: url });
  await reader.connect();
  await reader.query("BEGIN; SELECT count(*) FROM run");
  let done = false;
  const migrating = migrate(url, folder).finally(() => {
    done = true;
  });
  const others = [];
  for (const until = performance.now() + 3_000; performance.now() < until; )
    others.push(await query(url, "SET statement_timeout = 2000; SELECT count(*) FROM run; SELECT 1 AS ok"));
  expect([others.length > 0, done]).toEqual([true, false]);
  await reader.end();
  expect(await migrating).toEqual([next]);
  rmSync(folder, { recursive: true });
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
