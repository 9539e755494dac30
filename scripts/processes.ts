import { spawn, spawnSync } from "node:child_process";
import { closeSync, readFileSync } from "node:fs";
import type { Launch } from "./postgres-process.ts";

/** Whether a process with this id exists (a zombie counts as gone). */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return true;
  }
}

/** The name of a running program, or its command line where the system has no /proc. */
export function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
  }
}

/** Runs a program to its end and collects what it says. */
export function run(
  launch: Launch,
  program: string,
  args: readonly string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(
      launch.prefix[0] ?? program,
      [...launch.prefix.slice(1), ...(launch.prefix.length > 0 ? [program] : []), ...args],
      {
        ...launch.identity,
        env: launch.env,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", fail);
    child.once("close", (code) => done({ code, output }));
  });
}

/** Starts a program that a Ctrl-C in this terminal does not reach, and that outlives this process; returns its id. */
export function spawnDetached(launch: Launch, program: string, args: readonly string[], output: number): number {
  const command = [...launch.prefix, program, ...args];
  const child = spawn(command[0] as string, command.slice(1), {
    ...launch.identity,
    env: launch.env,
    detached: true,
    stdio: ["ignore", output, output],
  });
  child.once("error", () => {});
  child.unref();
  closeSync(output);
  return child.pid ?? -1;
}
