import { Client } from "pg";
import { appliedMigrations, BACKUP_FORM, type BackupHead, keptTables, rowsOf, type TableEnd, Tally } from "./tables.ts";

/**
 * Every row of somebody's work, as lines, as of one moment: pages and workers go on meanwhile. The last line says that
 * nothing is missing. `onTable` is told of each table that is complete.
 */
export async function* backUp(url: string, onTable: (table: TableEnd) => void = () => {}): AsyncGenerator<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("SET TIME ZONE 'UTC'");
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const migrations = await appliedMigrations(client);
    if (migrations.length === 0)
      throw new Error("There is nothing to back up: this database has no tables of Plumbline.");
    const tables = keptTables();
    yield control({ plumbline_backup: BACKUP_FORM, migrations, tables } satisfies BackupHead);
    for (const table of tables) {
      const tally = new Tally();
      for await (const lines of rowsOf(client, table)) {
        tally.add(lines);
        yield lines.map((line) => `${line}\n`).join("");
      }
      const end = tally.end(table);
      yield control(end);
      onTable(end);
    }
    yield control({ end: "" });
  } finally {
    await client.end();
  }
}

const control = (value: object): string => `#${JSON.stringify(value)}\n`;
