import { createHash, type Hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { productRoot } from "../product-root.ts";

/** Says how the file is written; a change of its form is another number. */
export const BACKUP_FORM = 1;

/** What is about the running installation and not about anybody's work. */
const NOT_KEPT = ["worker"];

/** How many rows are held in memory at once. */
const AT_ONCE = 200;

/** The control lines of a backup, each after a `#`; every other line is one row as JSON, in Postgres' own writing. */
export type BackupHead = { plumbline_backup: typeof BACKUP_FORM; migrations: string[]; tables: string[] };
export type TableEnd = { end: string; rows: number; sha256: string };

/** A name in SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables whose rows a backup holds: those of the schema file. What somebody else put beside them is not ours. */
export function keptTables(): string[] {
  const schema = readFileSync(join(productRoot(), "prisma/schema.prisma"), "utf8");
  const tables = [...schema.matchAll(/^\s*@@map\("(\w+)"\)/gm)].map(([, name]) => name as string);
  return tables.filter((name) => !NOT_KEPT.includes(name)).sort();
}

/** The migrations that made this database what it is, the oldest first; none in an empty one. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows: there } = await client.query("SELECT 1 WHERE to_regclass('public._prisma_migrations') IS NOT NULL");
  if (there.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows.map(({ name }) => name);
}

/** The rows of a table as lines, ordered by its key, whatever the database's own order of texts is. Inside a transaction. */
export async function* rowsOf(client: Client, table: string): AsyncGenerator<string[]> {
  const { rows: key } = await client.query<{ name: string; text: boolean }>(
    `SELECT attname AS name, atttypid = 'text'::regtype AS text FROM pg_index
     JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)
     WHERE indrelid = $1::regclass AND indisprimary ORDER BY array_position(indkey::int2[], attnum)`,
    [quoted(table)],
  );
  const order = key.map(({ name, text }) => `${quoted(name)}${text ? ' COLLATE "C"' : ""}`).join(", ");
  await client.query(
    `DECLARE kept NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS line FROM ${quoted(table)} AS t ORDER BY ${order}`,
  );
  try {
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`FETCH ${AT_ONCE} FROM kept`);
      if (rows.length > 0) yield rows.map(({ line }) => line);
      if (rows.length < AT_ONCE) return;
    }
  } finally {
    await client.query("CLOSE kept");
  }
}

/** Counts and hashes lines. */
export class Tally {
  #hash: Hash = createHash("sha256");
  #rows = 0;

  add(lines: readonly string[]): void {
    for (const line of lines) this.#hash.update(`${line}\n`);
    this.#rows += lines.length;
  }

  end(table: string): TableEnd {
    return { end: table, rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}

/** What a table holds, as its end in a backup says it. Inside a transaction. */
export async function tallyOf(client: Client, table: string): Promise<TableEnd> {
  const tally = new Tally();
  for await (const lines of rowsOf(client, table)) tally.add(lines);
  return tally.end(table);
}
