import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Launch } from "./postgres-process.ts";
import { isAlive, nameOf, run } from "./processes.ts";
import { StartProblem } from "./start-problem.ts";

const READY_WITHIN_MS = 60_000;
const MAJOR = "18";

export interface PidFile {
  pid: number;
  port: number;
  ready: boolean;
}

/** Postgres writes one fact to a line of postmaster.pid: process id first, port fourth, state eighth. */
export function readPidFile(cluster: string): PidFile | undefined {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** A pid file of a process that is gone, or whose number now belongs to another program (after a reboot), stops Postgres. */
export function clearStalePidFile(cluster: string): void {
  const found = readPidFile(cluster);
  if (!found) return;
  if (isAlive(found.pid) && /postgres/.test(nameOf(found.pid))) return;
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Makes the cluster of `folder`; a random password stays beside it. */
export async function initialise(folder: string, launch: Launch, initdb: string): Promise<void> {
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

/** Refuses, in words, a cluster that Postgres could not or should not open. */
export function checkCluster(folder: string): void {
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
export async function becomesReady(cluster: string, pid: number): Promise<boolean> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const found = readPidFile(cluster);
    if (found?.pid === pid && found.ready) return true;
    if (!isAlive(pid)) return false;
    await sleep(20);
  }
  return false;
}
