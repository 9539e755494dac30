import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "#lib/io/db/migrate.ts";
import { freePort } from "../ports.ts";
import { type PostgresServer, startPostgres } from "../postgres.ts";

const ROOT = join(import.meta.dirname, "../..");

/** A worker process, and its name in the table of workers. */
export interface WorkerProcess {
  child: ChildProcess;
  id: string;
}

/** A database of its own with the processes of one experiment; everything ends with it. */
export interface World {
  readonly url: string;
  readonly folder: string;
  /** Starts a worker and waits until it is ready. */
  worker(env?: Record<string, string>): Promise<WorkerProcess>;
  /** Starts any Node program of ours; it dies with this process. */
  launch(args: readonly string[], env: Record<string, string>): ChildProcess;
  /** Ends the database without a word to anybody, and starts it again `downMs` later. `env`: what it sees differently then. */
  crashDatabase(downMs: number, env?: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

/** A fresh world. What is measured is the default durability of Postgres, not that of tests. */
export async function makeWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-chaos-"));
  const place = { folder: join(folder, "postgres"), port: await freePort() };
  let postgres: PostgresServer = await startPostgres(place);
  const url = postgres.url("plumbline");
  await migrate(url);
  const children = new Set<ChildProcess>();

  function launch(args: readonly string[], env: Record<string, string>): ChildProcess {
    const preload = ["--import", join(ROOT, "scripts/leave-with-parent.mjs")];
    const child = spawn(process.execPath, [...preload, ...args], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: url, PLUMBLINE_DATA: folder, LOG_LEVEL: "info", ...env },
      // Servers say a lot about a database that is away; the numbers say it better.
      stdio: ["ignore", "pipe", "ignore", "ipc"],
    });
    // Read by somebody or by nobody: a pipe that fills up would stop who writes into it.
    child.stdout?.resume();
    children.add(child);
    child.once("exit", () => children.delete(child));
    return child;
  }

  return {
    url,
    folder,
    launch,
    async worker(env = { PLUMBLINE_SANDBOX: "embedded" }) {
      const child = launch([join(ROOT, "scripts/worker.ts")], env);
      const said = await saying(child, "the worker is ready");
      return { child, id: /"id":"([\w-]+)"/.exec(said)?.[1] ?? "" };
    },
    async crashDatabase(downMs, env = {}) {
      // SIGQUIT is Postgres' immediate shutdown: nothing is flushed, and recovery follows, as after a power cut.
      process.kill(postgres.pid, "SIGQUIT");
      await sleep(downMs);
      for (;;) {
        const started = await startPostgres({ ...place, env }).catch(() => null);
        if (started) {
          postgres = started;
          return;
        }
      }
    },
    async close() {
      for (const child of children) child.kill("SIGKILL");
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until a child has said something on standard output; gives back all it said. @throws when it ended before */
export function saying(child: ChildProcess, words: string): Promise<string> {
  return new Promise((done, fail) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said = (said + chunk).slice(-10_000);
      if (said.includes(words)) done(said);
    });
    child.once("exit", (code) => fail(new Error(`It ended with ${code} before it was ready.\n${said}`)));
  });
}

/** Waits for the end of a child that was told to stop. */
export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once("exit", () => done());
  });
