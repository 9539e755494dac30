import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isAlive, nameOf } from "./processes.ts";

/** What a running start writes down for others: who it is, where it serves, which build it serves from. */
export interface RunningStart {
  pid: number;
  url?: string;
  distDir?: string;
}

/** The start that holds this lock file, or undefined when it is gone. */
export function holderOf(file: string): RunningStart | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const found = JSON.parse(readFileSync(file, "utf8")) as RunningStart;
    return isAlive(found.pid) && /serve\.ts/.test(nameOf(found.pid)) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the lock for this process; returns the other holder when somebody lives there. */
export function takeLock(file: string): RunningStart | undefined {
  mkdirSync(dirname(file), { recursive: true });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid }), { flag: "wx" });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderOf(file);
    if (holder) return holder;
    rmSync(file, { force: true });
  }
  return holderOf(file);
}

/** Adds facts to the lock this process holds. */
export function noteInLock(file: string, facts: Omit<RunningStart, "pid">): void {
  const before = JSON.parse(readFileSync(file, "utf8")) as RunningStart;
  writeFileSync(file, JSON.stringify({ ...before, ...facts }));
}

/** Gives the lock back, if this process holds it. */
export function releaseLock(file: string): void {
  if (!existsSync(file)) return;
  const { pid } = JSON.parse(readFileSync(file, "utf8")) as RunningStart;
  if (pid === process.pid) rmSync(file, { force: true });
}
