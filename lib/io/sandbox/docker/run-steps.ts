import type Docker from "dockerode";
import type { Ending } from "#lib/core/checks/check.ts";
import { SandboxLost } from "../driver.ts";
import { LIFETIME_MS } from "./container.ts";
import { answered, type Begun, begin, type Executed, execute, finish, SEE_ENGINE } from "./exec.ts";
import type { Watch } from "./watch.ts";

/** One command of a job. */
export interface ContainerStep {
  id: string;
  argv: readonly string[];
  /** Then it is killed. */
  wallMs: number;
  env?: Record<string, string>;
  /** /job unless told otherwise. */
  cwd?: string;
  /** Both channels together; 256 KiB unless told otherwise. */
  outputBytes?: number;
}

export interface StepResult {
  id: string;
  /** Null when it was ended from outside. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
  /** Set when it did not end by itself. */
  ended: Ending | null;
  durationMs: number;
}

const OUTPUT_BYTES = 256 * 1024;

/** From here on an exit code tells of a signal. */
const SIGNALLED = 128;

/** An out-of-memory event may come a little later than the end it explains. */
const NEWS_MS = 300;

/** A container that waits to be used, with the command in it that takes the files of its job. */
export interface Waiting {
  container: Docker.Container;
  feeder: Begun;
}

export interface Place extends Waiting {
  watch: Watch;
  /** gVisor gives up the whole container where runc only ends the process. */
  fragile: boolean;
}

/** Why a command ended, when it did not end by itself. The order matters: the cause that is certain comes first. */
async function endingOf(
  { container, watch, fragile }: Place,
  { wallMs }: ContainerStep,
  done: Executed,
): Promise<Ending | null> {
  if (done.reached) return done.reached;
  if (done.exitCode !== null && done.exitCode < SIGNALLED) {
    const starved = done.exitCode !== 0 && (await watch.ranOutOfMemory(container.id, NEWS_MS / 10));
    return starved ? "memory limit" : null;
  }
  if (await watch.ranOutOfMemory(container.id, NEWS_MS)) return "memory limit";
  const { State } = await answered(container.inspect());
  if (State.OOMKilled) return "memory limit";
  // No job can end its container: the keeper is another user's process. Somebody else did.
  if (!State.Running && !fragile)
    throw new SandboxLost(
      "The container was ended from outside.",
      "If nobody stopped it, the machine ran out of memory; then try again.",
    );
  return done.durationMs >= wallMs ? "time limit" : "crashed";
}

/** Begins the command that takes the files, so that nobody who has files waits for its start. */
export async function openFeeder(container: Docker.Container): Promise<Waiting> {
  const argv = ["tar", "-x", "-f", "-", "-C", "/job"];
  return { container, feeder: await begin(container, { argv, wallMs: LIFETIME_MS }, true) };
}

/** Puts the files of a job into its container. */
export async function feed({ feeder }: Waiting, tar: Buffer, signal?: AbortSignal): Promise<void> {
  const done = await finish(feeder, { input: tar, wallMs: 10_000, outputBytes: 4096, signal });
  if (done.exitCode !== 0)
    throw new SandboxLost(`The files could not be put into the container: ${done.stderr}`, SEE_ENGINE);
}

/**
 * Runs the steps one after the other. A step that had to be stopped from outside is the last in the list, because its
 * container is of no more use.
 * @throws SandboxLost, or the reason of `signal`
 */
export async function runInPlace(
  place: Place,
  steps: readonly ContainerStep[],
  { signal, onStep }: { signal?: AbortSignal | undefined; onStep?: ((step: StepResult) => void) | undefined },
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) {
    const done = await execute(place.container, { outputBytes: OUTPUT_BYTES, ...step, signal });
    const ended = await endingOf(place, step, done);
    const { exitCode, stdout, stderr, durationMs } = done;
    const result: StepResult = { id: step.id, exitCode, stdout, stderr, ended, durationMs };
    results.push(result);
    onStep?.(result);
    if (exitCode === null) break;
  }
  return results;
}
