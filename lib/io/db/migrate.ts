import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { Client } from "pg";

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

/** Prisma's own schema engine as WebAssembly: applying migrations needs no downloaded binary (DESIGN 4). */
async function openEngine(url: string): Promise<SchemaEngine> {
  loaded ??= load();
  const Engine = await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  return Engine.new({ datamodels: [["schema.prisma", readSchema()]] }, () => {}, adapter);
}

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
          content: { tag: "ok" as const, value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
        },
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
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
    const engine = await openEngine(url);
    const migrationsList = readMigrations();
    const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: FILTERS,
    });
    // Postgres runs a migration's statements as one transaction: one that was cut off (a kill, a full disk) left nothing behind.
    for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: FILTERS });
    engine.free();
    return appliedMigrationNames;
  } finally {
    await turn.end();
  }
}

/** The SQL that turns a database without tables into `schema.prisma`, or the difference that is still missing. */
export async function pendingSql(url: string, from: "empty" | "migrations"): Promise<string> {
  const engine = await openEngine(url);
  const { stdout } = await engine.diff({
    from: from === "empty" ? { tag: "empty" } : { tag: "migrations", ...readMigrations() },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: readSchema() }] },
    script: true,
    exitCode: null,
    filters: FILTERS,
  });
  engine.free();
  return stdout ?? "";
}
