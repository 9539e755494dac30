import { Client } from "pg";
import { migrate } from "../db/migrate.ts";
import { NotRestored } from "./not-restored.ts";
import {
  appliedMigrations,
  BACKUP_FORM,
  type BackupHead,
  keptTables,
  quoted,
  type TableEnd,
  Tally,
  tallyOf,
} from "./tables.ts";

const DAMAGED = "The file is damaged or was cut off. Use another backup; nothing was changed here.";

/** Characters of rows that are sent in one statement. */
const AT_ONCE = 2_000_000;

/**
 * Puts a backup into an empty database, which gets its tables first when it has none: all of it, or nothing. Compares
 * what then stands there with the sums in the file. @throws NotRestored
 */
export async function restore(url: string, lines: AsyncIterable<string>): Promise<TableEnd[]> {
  const source = lines[Symbol.asyncIterator]();
  const head = await readHead(source);
  await migrate(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("SET TIME ZONE 'UTC'");
    await client.query("BEGIN");
    await refuseUnlessFit(client, head);
    const links = await dropForeignKeys(client);
    const ends = await fill(client, head.tables, source);
    for (const sql of links) await client.query(sql);
    for (const end of ends) {
      const found = await tallyOf(client, end.end);
      if (found.sha256 !== end.sha256 || found.rows !== end.rows)
        throw new NotRestored(`The table ${end.end} did not come out as it went in. Nothing was changed here.`);
    }
    await client.query("COMMIT");
    return ends;
  } finally {
    // Without the commit, ending the session takes everything back.
    await client.end();
  }
}

async function readHead(source: AsyncIterator<string>): Promise<BackupHead> {
  const first = await source.next();
  const head = first.done ? null : (controlOf(first.value) as Partial<BackupHead> | null);
  if (head?.plumbline_backup === undefined) throw new NotRestored("This is not a backup made by npm run backup.");
  if (head.plumbline_backup !== BACKUP_FORM)
    throw new NotRestored(
      "This backup was made by another version of Plumbline. Restore it with that version, then update.",
    );
  return head as BackupHead;
}

async function refuseUnlessFit(client: Client, { migrations, tables }: BackupHead): Promise<void> {
  const here = await appliedMigrations(client);
  if (here.join() !== migrations.join())
    throw new NotRestored(
      `The backup has the tables of ${migrations.at(-1)}, this version those of ${here.at(-1)}. Restore it with the version that made it, then update.`,
    );
  if (keptTables().join() !== tables.join()) throw new NotRestored(DAMAGED);
  for (const table of tables) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
    if (rowCount)
      throw new NotRestored(
        `This database is not empty (${table} has rows). Restore into a new one; nothing was changed here.`,
      );
  }
}

/** Takes the references between tables away, so that rows may come in any order; gives back what brings and proves them again. */
async function dropForeignKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`);
  return rows.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`);
}

async function fill(client: Client, tables: readonly string[], source: AsyncIterator<string>): Promise<TableEnd[]> {
  const ends: TableEnd[] = [];
  for (const table of tables) ends.push(await fillTable(client, table, source));
  const last = await source.next();
  if (last.done || controlOf(last.value)?.end !== "") throw new NotRestored(DAMAGED);
  return ends;
}

async function fillTable(client: Client, table: string, source: AsyncIterator<string>): Promise<TableEnd> {
  const tally = new Tally();
  let held: string[] = [];
  let characters = 0;
  const send = async () => {
    if (held.length > 0) await insert(client, table, held);
    held = [];
    characters = 0;
  };
  for (;;) {
    const next = await source.next();
    if (next.done) throw new NotRestored(DAMAGED);
    const said = controlOf(next.value);
    if (said) {
      await send();
      const end = tally.end(table);
      if (said.end !== table || said.rows !== end.rows || said.sha256 !== end.sha256) throw new NotRestored(DAMAGED);
      return end;
    }
    tally.add([next.value]);
    held.push(next.value);
    characters += next.value.length;
    if (characters > AT_ONCE) await send();
  }
}

/** The rows are never read here: Postgres wrote them and reads them itself. */
async function insert(client: Client, table: string, rows: readonly string[]): Promise<void> {
  const name = quoted(table);
  const sql = `INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`;
  await client.query(sql, [`[${rows.join(",")}]`]).catch((cause: Error) => {
    throw new NotRestored(`A row of ${table} does not fit its table (${cause.message}). ${DAMAGED}`, { cause });
  });
}

function controlOf(line: string): Record<string, unknown> | null {
  if (!line.startsWith("#")) return null;
  try {
    return JSON.parse(line.slice(1)) as Record<string, unknown>;
  } catch {
    throw new NotRestored(DAMAGED);
  }
}
