import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuild, nextSettings } from "./build.ts";
import { generateClient } from "./generate-client.ts";
import { firstFreeFrom, isFree } from "./ports.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";
import { isAlive } from "./processes.ts";
import { noteInLock, releaseLock, takeLock } from "./start-lock.ts";
import { ensureWritable, StartProblem } from "./start-problem.ts";

const ROOT = join(import.meta.dirname, "..");
const DATA = resolve(ROOT, process.env.PLUMBLINE_DATA || ".data");
const LOCK = join(DATA, "start.json");
const DEV = process.argv.includes("--dev");
/** In the container shape, workers are containers of their own. */
const WORKER = !process.argv.includes("--without-worker");
/** A machine that is busy needs minutes, and one that is not loses nothing by them. */
const READY_WITHIN_MS = 180_000;
const ENDS_A_MINUTE = 10;

const begun = Date.now();
const say = (text: string) => console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);

const children = new Set<ChildProcess>();
let postgres: PostgresServer | undefined;
let stopping = false;
let ready = false;

/** Ends what was started, last first: web server and worker, then the database. */
async function stop(code: number): Promise<never> {
  if (stopping) return new Promise(() => {});
  stopping = true;
  const last = [...children];
  for (const child of last) child.kill("SIGTERM");
  const ended = Promise.all(
    last.map(
      (child) =>
        child.exitCode !== null || child.signalCode !== null || new Promise((done) => child.once("exit", done)),
    ),
  );
  await Promise.race([ended, sleep(10_000)]);
  for (const child of last) child.kill("SIGKILL");
  await postgres?.stop();
  releaseLock(LOCK);
  process.exit(code);
}

/** Starts a Node program that ends when this process does. */
function launch(name: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const preload = ["--import", join(ROOT, "scripts/leave-with-parent.mjs")];
  const child = spawn(process.execPath, [...preload, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  children.add(child);
  child.once("exit", () => {
    children.delete(child);
    if (stopping) return;
    // Until the first "ready" it is a start that failed; afterwards something killed it, and pages wait for it.
    if (!ready || endsTooOften(name)) return end(`The ${name} ended unexpectedly; its message is above.`);
    say(`The ${name} ended unexpectedly; starting it again`);
    launch(name, args, env);
  });
  return child;
}

const ends = new Map<string, number[]>();

/** Whether a part ended more often within a minute than by bad luck. */
function endsTooOften(name: string): boolean {
  const recent = [...(ends.get(name) ?? []), Date.now()].filter((at) => Date.now() - at < 60_000);
  ends.set(name, recent);
  return recent.length > ENDS_A_MINUTE;
}

async function choosePort(): Promise<number> {
  const asked = process.env.PORT;
  if (asked !== undefined && asked !== "") {
    const port = Number(asked);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new StartProblem(`PORT is "${asked}"; it must be a number from 1 to 65535.`);
    if (!(await isFree(port)))
      throw new StartProblem(
        `Port ${port} is taken by another program. Stop that program, or name another port: PORT=${port + 1} npm start`,
      );
    return port;
  }
  const port = await firstFreeFrom(3000);
  if (port === undefined) throw new StartProblem("No port from 3000 to 3099 is free. Name one: PORT=8080 npm start");
  if (port !== 3000) say(`Port 3000 is taken by another program; using ${port}`);
  return port;
}

/** Brings the database back when something else ends it; the web server's pool connects again by itself. */
async function watchDatabase(): Promise<void> {
  const folder = join(DATA, "postgres");
  for (; ; await sleep(1_000)) {
    if (stopping || !postgres || isAlive(postgres.pid)) continue;
    if (endsTooOften("database")) return end(`The database keeps ending. Its log is ${join(folder, "postgres.log")}.`);
    say("The database ended unexpectedly; starting it again");
    postgres = await startPostgres({ folder, port: postgres.port }).catch(() => postgres);
  }
}

async function openDatabase(): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) {
    say("Using the database of DATABASE_URL");
    return given;
  }
  postgres = await startPostgres({ folder: join(DATA, "postgres") });
  say(postgres.adopted ? "Found the database still running" : "Database started");
  return postgres.url("plumbline");
}

async function migrateDatabase(url: string): Promise<void> {
  const { migrate } = await import("../lib/io/db/migrate.ts");
  try {
    const applied = await migrate(url);
    if (applied.length > 0)
      say(`Database brought up to date (${applied.length} migration${applied.length === 1 ? "" : "s"})`);
  } catch (error) {
    const place = process.env.DATABASE_URL ? "the database of DATABASE_URL" : "the database";
    throw new StartProblem(
      `The tables could not be set up in ${place}: ${(error as Error).message.trim() || String(error)}`,
    );
  }
}

async function waitUntilReady(web: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (web.exitCode !== null)
      throw new StartProblem("The web server ended before it was ready; its message is above.");
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new StartProblem(`The web server did not become ready within ${READY_WITHIN_MS / 1000} s.`);
}

async function start(): Promise<void> {
  ensureWritable(DATA);
  const other = takeLock(LOCK);
  if (other)
    throw new StartProblem(
      `Plumbline already runs from this folder${other.url ? ` at ${other.url}` : ""} (process ${other.pid}).`,
    );
  const port = await choosePort();
  generateClient();
  const database = await openDatabase();
  await migrateDatabase(database);

  const next = join(ROOT, "node_modules/next/dist/bin/next");
  const url = `http://localhost:${port}`;
  // Whoever starts it on a terminal is told what matters; in a container every request has its line.
  const level = process.env.LOG_LEVEL || (WORKER ? "warn" : "info");
  const env = {
    LOG_LEVEL: level,
    DATABASE_URL: database,
    PORT: String(port),
    PLUMBLINE_DATA: DATA,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  let web: ChildProcess;
  if (DEV) {
    web = launch("web server", [next, "dev", "--port", String(port)], {
      ...env,
      ...nextSettings(".next/dev"),
      NODE_ENV: "development",
    });
  } else {
    const distDir = await ensureBuild(LOCK, () => say("Building (once, until the sources change) ..."));
    say("Build ready");
    noteInLock(LOCK, { distDir });
    web = launch("web server", [next, "start", "--port", String(port)], {
      ...env,
      NODE_ENV: "production",
      PLUMBLINE_DIST_DIR: distDir,
    });
  }
  if (WORKER) launch("worker", [join(ROOT, "scripts/worker.ts")], env);
  if (postgres) void watchDatabase();
  await waitUntilReady(web, url);
  ready = true;
  noteInLock(LOCK, { url });
  say(`Plumbline is ready at ${url}  (Ctrl-C stops it${postgres ? `; your projects are in ${DATA}` : ""})`);
}

function end(message: string): void {
  console.error(`\n${message}`);
  void stop(1);
}

process.on("SIGINT", () => void stop(130));
process.on("SIGTERM", () => void stop(0));
process.on("SIGHUP", () => void stop(0));
process.on("disconnect", () => void stop(1));

try {
  await start();
} catch (error) {
  if (stopping) await new Promise(() => {});
  end(
    error instanceof StartProblem || process.env.DEBUG === undefined
      ? (error as Error).message
      : String((error as Error).stack),
  );
}
