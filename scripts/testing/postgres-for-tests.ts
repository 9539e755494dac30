import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "#lib/io/db/migrate.ts";
import { startPostgres } from "../postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A server on which tests may create databases, at its database `postgres`. */
    postgresUrl: string;
  }
}

/** One fresh Postgres for a run; its database `plumbline` is migrated and serves as the template of each test file's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-test-"));
  // Nothing here has to survive a power cut.
  const server = await startPostgres({
    folder,
    settings: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
  });
  await migrate(server.url("plumbline"));
  project.provide("postgresUrl", server.url("postgres"));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
