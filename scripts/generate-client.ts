import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const GENERATED = join(ROOT, "lib/io/db/generated");

/** What the generated client depends on: the schema and Prisma's version. */
function stamp(): string {
  const version = createRequire(import.meta.url)("prisma/package.json").version as string;
  return `${version}\n${readFileSync(join(ROOT, "prisma/schema.prisma"), "utf8")}`;
}

/** Generates the database client when the schema or Prisma changed. Throws with Prisma's own words when it cannot. */
export function generateClient(): void {
  const file = join(GENERATED, ".stamp");
  const wanted = stamp();
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  const command = join(ROOT, "node_modules/prisma/build/index.js");
  // Generating needs no schema engine, but Prisma would download one; any existing program in its place prevents that.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  const done = spawnSync(process.execPath, [command, "generate"], { cwd: ROOT, env, encoding: "utf8" });
  if (done.status !== 0) throw new Error(`The database client could not be generated.\n${done.stderr || done.stdout}`);
  writeFileSync(file, wanted);
}

if (import.meta.main) generateClient();
