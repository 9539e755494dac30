import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { Client, Pool } from "pg";

const PRISMA = join(import.meta.dirname, "../../../prisma");
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
 * script may hold functions, and Postgres runs it as one transaction.
 */
function adapterFor(pool: Pool) {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => void (await pool.query(script));
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
  const pool = new Pool({ connectionString: url, max: 1 });
  const engine = await Engine.new({ datamodels: [["schema.prisma", readSchema()]] }, () => {}, adapterFor(pool));
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

const readSql = (migration: string) => readFileSync(join(PRISMA, "migrations", migration, "migration.sql"), "utf8");
const readSchema = () => readFileSync(join(PRISMA, "schema.prisma"), "utf8");

function readMigrations(): MigrationList {
  const folder = join(PRISMA, "migrations");
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
          content: { tag: "ok" as const, value: readSql(name) },
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
    return EXISTS_ALREADY.has((error as { code?: string }).code ?? "");
  } finally {
    await client.query("ROLLBACK");
  }
}

async function applyAll(engine: SchemaEngine, client: Client): Promise<string[]> {
  const migrationsList = readMigrations();
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: FILTERS,
  });
  for (const migrationName of failedMigrationNames) {
    if (await wasApplied(client, readSql(migrationName)))
      await engine.markMigrationApplied({ migrationName, migrationsList });
    else await engine.markMigrationRolledBack({ migrationName });
  }
  return (await engine.applyMigrations({ migrationsList, filters: FILTERS })).appliedMigrationNames;
}

/**
 * Brings the database at `url` to the newest schema and returns the names of the migrations it applied, none when it
 * was current. Any number of processes may call it at once: they take turns. Throws when Postgres is unreachable or a
 * migration fails.
 */
export async function migrate(url: string): Promise<string[]> {
  const turn = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await turn.connect();
  try {
    await turn.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return await withEngine(url, (engine) => applyAll(engine, turn));
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
