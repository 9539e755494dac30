import { existsSync, mkdirSync, openSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "./ports.ts";
import { becomesReady, checkCluster, clearStalePidFile, initialise, readPidFile } from "./postgres-cluster.ts";
import { binaries, launchFor } from "./postgres-process.ts";
import { isAlive, spawnDetached } from "./processes.ts";
import { StartProblem } from "./start-problem.ts";

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
  /** What it has to see differently from this process. */
  env?: Readonly<Record<string, string>>;
}

/**
 * What is written again and again (jobs, runs, projects) is swept before dead rows are many: Postgres itself looks once
 * a minute, and only at tables of which a fifth is dead. The compose file says the same.
 */
export const SWEEPING = ["autovacuum_naptime=10s", "autovacuum_vacuum_scale_factor=0.05"];

function tail(log: string, lines = 4): string {
  if (!existsSync(log)) return "";
  return readFileSync(log, "utf8").trim().split("\n").slice(-lines).join("\n");
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
  launch.env = { ...launch.env, ...options.env };
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
      ...SWEEPING,
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
