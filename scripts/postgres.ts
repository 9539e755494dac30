import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "./ports.ts";
import { binaries, type Launch, launchFor } from "./postgres-process.ts";
import { isAlive, nameOf, run, spawnDetached } from "./processes.ts";

/** A started Postgres server; `adopted` when it was found running, left behind by a start that was killed. */
export interface PostgresServer {
  url(database: string): string;
  pid: number;
  port: number;
  adopted: boolean;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Holds `cluster/`, `password` and `postgres.log`. */
  folder: string;
  /** A port of its own choice unless named. */
  port?: number;
  /** Server settings on top of the defaults, as `name=value`. */
  settings?: readonly string[];
}

/** Something a person can mend; `npm start` prints the message without a stack. */
export class StartProblem extends Error {}

const READY_WITHIN_MS = 60_000;
const MAJOR = "18";

interface PidFile {
  pid: number;
  port: number;
  ready: boolean;
}

/** Postgres writes one fact to a line of postmaster.pid: process id first, port fourth, state eighth. */
function readPidFile(cluster: string): PidFile | undefined {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** A pid file of a process that is gone, or whose number now belongs to another program (after a reboot), stops Postgres. */
function clearStalePidFile(cluster: string): void {
  const found = readPidFile(cluster);
  if (!found) return;
  if (isAlive(found.pid) && /postgres/.test(nameOf(found.pid))) return;
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

function tail(log: string, lines = 4): string {
  if (!existsSync(log)) return "";
  return readFileSync(log, "utf8").trim().split("\n").slice(-lines).join("\n");
}

async function initialise(folder: string, launch: Launch, initdb: string): Promise<void> {
  const cluster = join(folder, "cluster");
  // A start that dies half-way leaves only cluster.new behind: `cluster` exists if and only if it is complete.
  const fresh = join(folder, "cluster.new");
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString("base64url");
  const secret = join(fresh, "..", "initial-password");
  writeFileSync(secret, password, { mode: 0o600 });
  if (launch.identity.uid !== undefined && launch.identity.gid !== undefined)
    for (const path of [fresh, secret]) chownSync(path, launch.identity.uid, launch.identity.gid);
  const initFlags = [
    "--auth=scram-sha-256",
    "--username=plumbline",
    "--encoding=UTF8",
    "--locale=C",
    "--no-instructions",
  ];
  const done = await run(launch, initdb, [`--pgdata=${fresh}`, `--pwfile=${secret}`, ...initFlags]);
  rmSync(secret, { force: true });
  if (done.code !== 0)
    throw new StartProblem(
      `The database could not be set up in ${folder}.\n${done.output.trim().split("\n").slice(-3).join("\n")}`,
    );
  writeFileSync(join(folder, "password"), password, { mode: 0o600 });
  renameSync(fresh, cluster);
}

function checkCluster(folder: string): void {
  const cluster = join(folder, "cluster");
  const keepIt = `Nothing was changed. Move ${cluster} away to start with an empty database, or restore it from a backup.`;
  if (!existsSync(join(cluster, "PG_VERSION")) || !existsSync(join(cluster, "global", "pg_control"))) {
    throw new StartProblem(
      `The database folder ${cluster} is damaged: it exists, but is not a complete Postgres folder. ${keepIt}`,
    );
  }
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR)
    throw new StartProblem(
      `The database folder ${cluster} was made by Postgres ${version}; this is ${MAJOR}. ${keepIt}`,
    );
  if (!existsSync(join(folder, "password"))) {
    throw new StartProblem(
      `The file ${join(folder, "password")} is missing, so the database cannot be opened. ${keepIt}`,
    );
  }
}

/** Waits for `state: ready` in the pid file; false when the process ended before. */
async function becomesReady(cluster: string, pid: number): Promise<boolean> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const found = readPidFile(cluster);
    if (found?.pid === pid && found.ready) return true;
    if (!isAlive(pid)) return false;
    await sleep(20);
  }
  return false;
}

async function stopProcess(pid: number): Promise<void> {
  // SIGINT is Postgres' fast shutdown: it ends sessions and writes a checkpoint. SIGQUIT is the last resort; recovery follows.
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const until = Date.now() + patience;
    while (Date.now() < until && isAlive(pid)) await sleep(20);
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts the embedded Postgres of `folder`, setting it up on first use, or adopts the one that already runs there.
 * Safe after `kill -9` of anything: the server recovers from its own log. Throws `StartProblem`.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const folder = resolve(options.folder);
  const cluster = join(folder, "cluster");
  const log = join(folder, "postgres.log");
  mkdirSync(folder, { recursive: true });
  const { postgres, initdb } = await binaries();
  const launch = launchFor(
    existsSync(cluster) ? { owner: statSync(cluster).uid } : { from: dirname(postgres), to: folder },
  );
  if (!existsSync(cluster)) await initialise(folder, launch, initdb);
  checkCluster(folder);
  const password = readFileSync(join(folder, "password"), "utf8");
  const serverAt = (pid: number, port: number, adopted: boolean): PostgresServer => ({
    url: (database) => `postgresql://plumbline:${password}@127.0.0.1:${port}/${database}`,
    pid,
    port,
    adopted,
    stop: () => stopProcess(pid),
  });

  clearStalePidFile(cluster);
  const left = readPidFile(cluster);
  if (left && (await becomesReady(cluster, left.pid))) {
    const server = serverAt(left.pid, readPidFile(cluster)?.port ?? left.port, true);
    await createDatabase(server.url("postgres"), "plumbline");
    return server;
  }

  // A killed server's children hold its shared memory for a moment, and a free port can be taken by someone else: try again.
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const settings = [
      `port=${port}`,
      "listen_addresses=127.0.0.1",
      "unix_socket_directories=",
      ...(options.settings ?? []),
    ];
    const output = openSync(log, "w", 0o600);
    const pid = spawnDetached(
      launch,
      postgres,
      ["-D", cluster, ...settings.flatMap((setting) => ["-c", setting])],
      output,
    );
    if (await becomesReady(cluster, pid)) {
      const server = serverAt(pid, port, false);
      await createDatabase(server.url("postgres"), "plumbline");
      return server;
    }
    await stopProcess(pid);
    clearStalePidFile(cluster);
    if (attempt === 3)
      throw new StartProblem(`The database in ${folder} did not start. Its last words (${log}):\n${tail(log)}`);
    await sleep(500 * attempt);
  }
}

/** Whether this process can write here at all; the message names the folder and the reason. */
export function ensureWritable(folder: string): void {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "x".repeat(4096));
    chmodSync(probe, 0o600);
    rmSync(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === "ENOSPC"
        ? "the disk is full"
        : code === "EROFS"
          ? "the disk is read-only"
          : `it cannot be written (${code})`;
    throw new StartProblem(
      `Data belongs in ${folder}, but ${why}. Make room or name another folder with PLUMBLINE_DATA.`,
    );
  }
}
