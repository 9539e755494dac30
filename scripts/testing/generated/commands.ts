import { spawn } from "node:child_process";

export interface Ended {
  code: number | null;
  /** What it wrote to both streams, in order. */
  output: string;
}

export interface CommandOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  input?: string;
}

const LAST_WORDS = 6000;

/** Runs a program to its end, whatever its exit code. */
export function ended(command: readonly string[], { cwd, env, input }: CommandOptions): Promise<Ended> {
  const [program, ...args] = command as [string, ...string[]];
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env: env ?? process.env, stdio: ["pipe", "pipe", "pipe"] });
    let output = "";
    const add = (part: string) => {
      output += part;
    };
    child.stdout.setEncoding("utf8").on("data", add);
    child.stderr.setEncoding("utf8").on("data", add);
    child.once("error", fail);
    child.once("close", (code) => done({ code, output }));
    child.stdin.on("error", () => {});
    child.stdin.end(input ?? "");
  });
}

/** Runs a program that must succeed; a failure shows its last words. */
export async function succeeds(command: readonly string[], options: CommandOptions): Promise<string> {
  const { code, output } = await ended(command, options);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${output.slice(-LAST_WORDS)}`);
  return output;
}
