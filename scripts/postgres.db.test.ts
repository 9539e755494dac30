import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "./postgres.ts";
import { isAlive } from "./processes.ts";

let folder: string;
let server: PostgresServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plumbline-pg-"));
});

afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server?.url("plumbline") });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

async function killHard(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  while (isAlive(pid)) await sleep(10);
}

test("keeps what was committed through kill -9 and over restarts", async () => {
  server = await startPostgres({ folder });
  await query("CREATE TABLE note (text text)");
  await query("INSERT INTO note VALUES ('kept')");
  await killHard(server.pid);

  server = await startPostgres({ folder });
  expect(await query("SELECT text FROM note")).toEqual([{ text: "kept" }]);
  await server.stop();

  server = await startPostgres({ folder });
  expect(await query("SELECT text FROM note")).toEqual([{ text: "kept" }]);
});

test("adopts a server that a killed start left behind", async () => {
  server = await startPostgres({ folder });
  const again = await startPostgres({ folder });
  expect([again.adopted, again.pid, again.url("x")]).toEqual([true, server.pid, server.url("x")]);
});

test("starts although the pid file names a process that has nothing to do with it", async () => {
  server = await startPostgres({ folder });
  await server.stop();
  writeFileSync(join(folder, "cluster/postmaster.pid"), `${process.pid}\n${folder}\n0\n5432\n\n\n\nready\n`);
  server = await startPostgres({ folder });
  expect(server.adopted).toBe(false);
});

test("begins anew when the first set-up was interrupted", async () => {
  mkdirSync(join(folder, "cluster.new/base"), { recursive: true });
  server = await startPostgres({ folder });
  expect(await query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("names a damaged folder and leaves it alone", async () => {
  mkdirSync(join(folder, "cluster"));
  await expect(startPostgres({ folder })).rejects.toThrow(/is damaged[\s\S]*Nothing was changed/);
});

test("shows the server's own words when it cannot start", async () => {
  server = await startPostgres({ folder });
  await server.stop();
  truncateSync(join(folder, "cluster/global/pg_control"), 10);
  await expect(startPostgres({ folder })).rejects.toThrow(/did not start.*pg_control/s);
});

// Containers forbid user namespaces; a program that fails in the place of `unshare` stands for that.
test.skipIf(process.getuid?.() !== 0)("runs as the user postgres where root has no namespaces", async () => {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "unshare"), "#!/bin/sh\nexit 1\n");
  chmodSync(join(bin, "unshare"), 0o755);
  chmodSync(folder, 0o755);
  const path = process.env.PATH;
  process.env.PATH = `${bin}:${path}`;
  try {
    server = await startPostgres({ folder: join(folder, "data") });
    expect(await query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  } finally {
    process.env.PATH = path;
  }
});
