import type { Duplex } from "node:stream";
import type Docker from "dockerode";
import { SandboxLost } from "../driver.ts";
import { execOptions } from "./container.ts";
import { demultiplexer } from "./demultiplex.ts";

export interface Command {
  argv: readonly string[];
  wallMs: number;
  env?: Record<string, string>;
  cwd?: string;
  /** Standard input; empty without it. */
  input?: Buffer;
  /** Both channels together. */
  outputBytes: number;
  signal?: AbortSignal | undefined;
}

export interface Executed {
  /** Null when there is none: the container had to be stopped, or it died. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
  /** What was reached and ended it from outside: then its container is of no more use. */
  reached: "time limit" | "output limit" | null;
  durationMs: number;
}

/** The command's own `timeout` comes first; code under test may kill that, but not this. */
const GRACE_MS = 1500;

/** How long the engine may take for a small answer; a machine that is busy may be slow without being lost. */
const ANSWER_MS = 30_000;

/** The hint where all that is known is that the engine did not do as it was asked. */
export const SEE_ENGINE =
  "See with `docker info` whether the engine runs, and with `df` whether its disk has room; then try again.";

const lost = (error: unknown): SandboxLost => {
  const reason = error instanceof Error ? error.message : String(error);
  return new SandboxLost(`The container engine does not answer: ${reason}`, SEE_ENGINE, { cause: error });
};

/** Waits for the engine no longer than it is reasonable; whatever goes wrong means that the sandbox is lost. */
export async function answered<T>(asked: Promise<T>, withinMs = ANSWER_MS): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${withinMs / 1000} s`)), withinMs);
  try {
    return await Promise.race([asked, late.promise]);
  } catch (error) {
    throw error instanceof SandboxLost ? error : lost(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Collects both channels up to a limit; a character that the limit cuts in two is left out. */
function collector(limit: number, onFull: () => void) {
  const decoders = [new TextDecoder(), new TextDecoder()];
  const texts = ["", ""];
  let room = limit;
  return {
    take: demultiplexer((channel, bytes) => {
      const index = channel === 2 ? 1 : 0;
      texts[index] += decoders[index]!.decode(bytes.subarray(0, room), { stream: true });
      room -= Math.min(room, bytes.length);
      if (room === 0) onFull();
    }),
    texts: () => ({ stdout: texts[0]!, stderr: texts[1]! }),
  };
}

/** The exit code, as the engine saw it; the stream may end a moment before the engine knows. */
async function exitCode(exec: Docker.Exec): Promise<number | null> {
  for (let tries = 0; tries < 40; tries++) {
    const { Running, ExitCode } = await answered(exec.inspect());
    if (!Running && ExitCode !== null) return ExitCode;
    await new Promise((done) => setTimeout(done, 5 * (tries + 1)));
  }
  return null;
}

/** A command that runs; what it prints waits to be read. */
export interface Begun {
  exec: Docker.Exec;
  stream: Duplex;
  begunAt: number;
}

/**
 * Begins a command in a running container; with `stdin` it waits for what `finish` gives it.
 * @throws SandboxLost
 */
export async function begin(
  container: Docker.Container,
  command: Pick<Command, "argv" | "wallMs" | "env" | "cwd">,
  stdin: boolean,
): Promise<Begun> {
  const exec = await answered(container.exec({ ...execOptions(command.argv, command), AttachStdin: stdin }));
  const begunAt = performance.now();
  const stream = (await answered(exec.start(stdin ? { hijack: true, stdin } : {}))) as Duplex;
  // Whoever finishes it asks what went wrong; until then nobody listens.
  stream.on("error", () => {});
  return { exec, stream, begunAt };
}

/**
 * Waits for the end of a command. Whatever it printed comes back, and nothing else does.
 * @throws SandboxLost, or the reason of `signal`; in both cases the command may still be running
 */
export async function finish(
  { exec, stream, begunAt }: Begun,
  { input, wallMs, outputBytes, signal }: Pick<Command, "input" | "wallMs" | "outputBytes" | "signal">,
): Promise<Executed> {
  const ended = Promise.withResolvers<Executed["reached"]>();
  const output = collector(outputBytes, () => ended.resolve("output limit"));
  const timer = setTimeout(() => ended.resolve("time limit"), wallMs + GRACE_MS);
  const abort = () => ended.reject(signal!.reason);
  signal?.addEventListener("abort", abort, { once: true });
  try {
    signal?.throwIfAborted();
    if (stream.destroyed) throw lost(stream.errored ?? "the connection was closed");
    stream.on("data", output.take);
    stream.once("end", () => ended.resolve(null));
    stream.once("close", () => ended.resolve(null));
    stream.once("error", (error) => ended.reject(lost(error)));
    if (input) stream.end(input);
    const reached = await ended.promise;
    const code = reached ? null : await exitCode(exec);
    return { exitCode: code, ...output.texts(), reached, durationMs: Math.round(performance.now() - begunAt) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
    stream.destroy();
  }
}

/**
 * Runs one command in a running container, without input.
 * @throws SandboxLost, or the reason of `signal`; in both cases the command may still be running
 */
export async function execute(container: Docker.Container, command: Command): Promise<Executed> {
  command.signal?.throwIfAborted();
  return finish(await begin(container, command, false), command);
}
