import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { Client, Pool } from "pg";
import { isLockTimeout, LOCK_MS, whenTablesAreFree } from "./table-locks.ts";

const PRISMA = join(import.meta.dirname, "../../../prisma");
export const MIGRATIONS = join(PRISMA, "migrations");
const FILTERS = { externalTables: [], externalEnums: [] };

/** Any fixed number: whoever migrates this database holds this advisory lock, so that two starts cannot mix. */
const MIGRATION_LOCK = 7_200_815;

let loaded: ReturnType<typeof load> | undefined;

/** The glue code of the engine keeps one instance in a module variable, so there is one for each process. */
async function load() {
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const module = await WebAssembly.compile(readFileSync(join(folder, "schema_engine_bg.wasm")));
  const { exports } = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}

/**
 * Prisma's adapter, except for scripts: it would cut them at every semicolon and run the pieces one by one. Whole, a
 * script may hold functions, and Postgres runs it as one transaction. `fails` is told why one failed: the engine says
 * only that something outside of it did.
 */
function adapterFor(pool: Pool, fails: (cause: unknown) => void) {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = (script) =>
      pool.query(script).then(
        () => undefined,
        (cause: unknown) => {
          fails(cause);
          throw cause;
        },
      );
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

/**
 * Prisma's own schema engine as WebAssembly: applying migrations needs no downloaded binary (DESIGN 4). Its session, and
 * with it Prisma's advisory lock, ends with the work.
 */
async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load();
  const Engine = await loaded;
  const pool = new Pool({ connectionString: url, max: 1, lock_timeout: LOCK_MS });
  let why: unknown;
  const adapter = adapterFor(pool, (cause) => {
    why = cause;
  });
  const engine = await Engine.new({ datamodels: [["schema.prisma", readSchema()]] }, () => {}, adapter);
  try {
    return await work(engine);
  } catch (error) {
    throw why ?? error;
  } finally {
    engine.free();
    await pool.end();
  }
}

const readSql = (folder: string, migration: string) => readFileSync(join(folder, migration, "migration.sql"), "utf8");
const readSchema = () => readFileSync(join(PRISMA, "schema.prisma"), "utf8");

function readMigrations(folder: string): MigrationList {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: readFileSync(join(folder, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: names
      .map(({ name }) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: readSql(folder, name) },
        },
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Postgres' codes for "there is such a table, column, schema, object, function already". */
const EXISTS_ALREADY = new Set(["42P07", "42701", "42P06", "42710", "42723"]);

/**
 * Whether a migration that has no end in the log was in fact completed. Postgres runs its statements as one transaction,
 * so one that was cut off (a kill, a full disk) left nothing behind, or everything but the note that it was done.
 */
async function wasApplied(client: Client, sql: string): Promise<boolean> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    return false;
  } catch (error) {
    if (isLockTimeout(error)) throw error;
    return EXISTS_ALREADY.has((error as { code?: string }).code ?? "");
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Applies what is missing; `done` is told each, also when a later one fails. */
async function applyAll(engine: SchemaEngine, client: Client, folder: string, done: string[]): Promise<void> {
  const migrationsList = readMigrations(folder);
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: FILTERS,
  });
  for (const migrationName of failedMigrationNames) {
    if (await wasApplied(client, readSql(folder, migrationName)))
      await engine.markMigrationApplied({ migrationName, migrationsList });
    else await engine.markMigrationRolledBack({ migrationName });
  }
  const before = new Set(await applied(client));
  try {
    await engine.applyMigrations({ migrationsList, filters: FILTERS });
  } finally {
    done.push(...(await applied(client)).filter((name) => !before.has(name)));
  }
}

/** Names of the migrations that this database has, the oldest first. */
async function applied(client: Client): Promise<string[]> {
  const { rows: there } = await client.query("SELECT FROM pg_class WHERE oid = to_regclass('_prisma_migrations')");
  if (there.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

/** A session that is the only one to change tables; the turn ends with it. */
async function takeTurn(url: string): Promise<Client> {
  const turn = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await turn.connect();
  await turn.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  await turn.query(`SET lock_timeout = ${LOCK_MS}`);
  return turn;
}

/**
 * Brings the database at `url` to the newest schema and returns the names of the migrations it applied, none when it
 * was current. Any number of processes may call it at once: they take turns. It may be called while others work: it
 * never makes them wait for longer than half a second behind somebody who reads. Throws when Postgres is unreachable, a
 * migration fails, or tables are held for minutes.
 */
export async function migrate(url: string, folder: string = MIGRATIONS): Promise<string[]> {
  const turn = await takeTurn(url);
  try {
    const done: string[] = [];
    await whenTablesAreFree(() => withEngine(url, (engine) => applyAll(engine, turn, folder, done)));
    return done;
  } finally {
    await turn.end();
  }
}

/**
 * Takes the newest migration back, by its `down.sql`, so that the version before it can go on with the database; what
 * only the migration could hold is lost. Returns its name; null when there is none. Throws as `migrate` does.
 */
export async function takeBack(url: string, folder: string = MIGRATIONS): Promise<string | null> {
  const turn = await takeTurn(url);
  try {
    const name = (await applied(turn)).at(-1);
    if (!name) return null;
    const sql = readFileSync(join(folder, name, "down.sql"), "utf8");
    // Several statements at once are one transaction.
    const note = `DELETE FROM _prisma_migrations WHERE migration_name = ${turn.escapeLiteral(name)}`;
    await whenTablesAreFree(() => turn.query(`${sql};\n${note}`));
    return name;
  } finally {
    await turn.end();
  }
}

/** Prisma's script from a database without tables to `schema.prisma`: where a new migration begins. */
export async function schemaSql(url: string): Promise<string> {
  const files = [{ path: "schema.prisma", content: readSchema() }];
  const { stdout } = await withEngine(url, (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: FILTERS,
    }),
  );
  return stdout ?? "";
}
