import Docker from "dockerode";
import type { Isolation } from "#lib/core/checks/proof.ts";
import { SandboxLost } from "../driver.ts";
import { containerOptions, GAVE_WAY, GIVES_WAY_MS, LIFETIME_MS, LIMITS, type Limits, resources } from "./container.ts";
import { engineWarnings } from "./engine-warnings.ts";
import { answered, SEE_ENGINE } from "./exec.ts";
import { type ContainerFile, tarOf } from "./feed.ts";
import { openPool } from "./pool.ts";
import { type ContainerStep, feed, openFeeder, runInPlace, type StepResult, type Waiting } from "./run-steps.ts";
import { sweep } from "./sweep.ts";
import { watchEngine } from "./watch.ts";

export type { ContainerFile } from "./feed.ts";
export type { ContainerStep, StepResult } from "./run-steps.ts";

export interface RunOptions extends Partial<Limits> {
  signal?: AbortSignal | undefined;
  /** Who asks: the jobs of one asker do not give way to one another. */
  asker?: symbol;
  /** Called when a step ended. */
  onStep?(step: StepResult): void;
}

/** A container engine with one image: gives each job a container of its own, used once. */
export interface Engine {
  readonly isolation: Isolation;
  /** What an operator should know about this engine. */
  readonly warnings: readonly string[];
  /** False while the engine does not answer; it is asked again every ten seconds. */
  readonly alive: boolean;
  /**
   * Runs the steps of one job, one after the other, in one fresh container.
   * @returns a result for each step that began; it ends early when a step had to be stopped from outside
   * @throws SandboxLost when nothing is known, or the reason of `signal`
   */
  runSteps(
    files: readonly ContainerFile[],
    steps: readonly ContainerStep[],
    options?: RunOptions,
  ): Promise<StepResult[]>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Tag or id of the image; it must be there. */
  image: string;
  /** Containers at work at once; as many as the engine has cores unless told otherwise. */
  inUse?: number;
  /** Told when the engine goes away and when it is back. */
  onAlive?(alive: boolean): void;
}

/** The engine of DOCKER_HOST or of this machine, or why there is none. */
export async function findDocker(): Promise<{ docker: Docker; reason?: undefined } | { reason: string }> {
  try {
    const docker = new Docker();
    await answered(docker.ping());
    return { docker };
  } catch (error) {
    const cause = error instanceof SandboxLost ? (error.cause as Error) : (error as Error);
    return { reason: `No Docker engine answers (${cause.message || String(cause)}).` };
  }
}

const SWEEP_EVERY_MS = 60_000;
const CLOSE_MS = 5000;

/** How often a job that has worked for long looks whether others wait. */
const LOOK_EVERY_MS = 250;

/** Opens the engine with an image that is there; refuses in words otherwise. */
export async function openEngine({
  image,
  inUse,
  onAlive,
}: EngineOptions): Promise<{ engine: Engine; reason?: undefined } | { engine?: undefined; reason: string }> {
  const found = await findDocker();
  if (found.reason !== undefined) return found;
  const { docker } = found;
  const [info, version] = await Promise.all([docker.info(), docker.version()]);
  if (
    !(await docker
      .getImage(image)
      .inspect()
      .catch(() => null))
  )
    return { reason: `The validation image ${image} is not there. Run npm run sandbox:build.` };

  const runtime = "runsc" in (info.Runtimes ?? {}) ? "runsc" : undefined;
  const running = inUse ?? Math.max(1, info.NCPU);
  // All jobs together may use half of the memory; what that leaves beside those at work is for those that gave way.
  const affordable = Math.floor(info.MemTotal / 2 / resources(LIMITS).Memory) - running;
  const removed = (container: Docker.Container) => {
    watch.forget(container.id);
    return answered(container.remove({ force: true, v: true }));
  };
  const pool = openPool<Waiting>({
    idle: running,
    inUse: running,
    aside: Math.max(0, Math.min(running, affordable)),
    maxAgeMs: LIFETIME_MS / 2,
    discard: ({ container }) => removed(container),
    async make() {
      // However long it takes: who gave up would ask again, and a busy engine would have ever more to do.
      const container = await docker.createContainer(containerOptions(image, runtime));
      try {
        await container.start();
        return await openFeeder(container);
      } catch (error) {
        await removed(container).catch(() => {});
        throw error;
      }
    },
  });
  const watch = await watchEngine(docker, (alive) => {
    // Its containers ended with it, and what is left of them is removed by the sweeper.
    if (alive)
      void sweep(docker)
        .catch(() => {})
        .then(pool.fill);
    else pool.drain();
    onAlive?.(alive);
  });
  await sweep(docker);
  pool.fill();
  const sweeper = setInterval(() => {
    if (watch.alive)
      void sweep(docker)
        .catch(() => {})
        .then(pool.fill);
  }, SWEEP_EVERY_MS).unref();

  /** A container that takes the files. One that waited may have been removed meanwhile; then a second is tried. */
  async function fed(files: readonly ContainerFile[], limits: Limits, { signal, asker }: RunOptions): Promise<Waiting> {
    // Packed while a container is waited for: who asked first is served first, however much there is to pack.
    const packed = tarOf(files);
    packed.catch(() => {});
    for (let attempt = 1; ; attempt++) {
      const waiting = await pool.take(signal, asker).catch((error) => {
        signal?.throwIfAborted();
        throw new SandboxLost(`The container engine gives no container: ${error.message}`, SEE_ENGINE, {
          cause: error,
        });
      });
      const { container } = waiting;
      try {
        if (limits.memoryMb !== LIMITS.memoryMb || limits.cpus !== LIMITS.cpus)
          await answered(container.update(resources(limits)));
        await feed(waiting, await packed, signal);
        return waiting;
      } catch (error) {
        pool.release(waiting);
        if (attempt === 2 || signal?.aborted || !watch.alive || !(error instanceof SandboxLost)) throw error;
        // Where one is gone, the others may be too.
        pool.drain();
      }
    }
  }

  /**
   * Once a job has worked for long, others that wait have its place, and it goes on with half of their
   * share of the processor: what is short, as most is, does not wait for what takes minutes or was made to.
   */
  function givesWay(waiting: Waiting): NodeJS.Timeout {
    const begun = performance.now();
    const timer = setInterval(() => {
      if (performance.now() - begun < GIVES_WAY_MS || !pool.giveWay(waiting)) return;
      clearInterval(timer);
      // Where the engine does not do it, the job only keeps its share.
      waiting.container.update(GAVE_WAY).catch(() => {});
    }, LOOK_EVERY_MS);
    return timer;
  }

  return {
    engine: {
      isolation: runtime ? "container with gVisor" : "container",
      warnings: engineWarnings(info, version),
      get alive() {
        return watch.alive;
      },
      async runSteps(files, steps, options = {}) {
        if (!watch.alive) throw new SandboxLost("The container engine does not answer.", SEE_ENGINE);
        const { life } = watch;
        const { memoryMb = LIMITS.memoryMb, cpus = LIMITS.cpus } = options;
        const waiting = await fed(files, { memoryMb, cpus }, options);
        const politeness = givesWay(waiting);
        try {
          const place = { ...waiting, watch, fragile: runtime !== undefined };
          const results = await runInPlace(place, steps, options);
          if (watch.life !== life) throw new SandboxLost("The container engine was restarted.", "Try again.");
          return results;
        } finally {
          clearInterval(politeness);
          pool.release(waiting);
        }
      },
      async close() {
        clearInterval(sweeper);
        // An engine that hangs keeps nobody: what is left of this process is swept by the next.
        await answered(pool.close(), CLOSE_MS).catch(() => {});
        watch.close();
      },
    },
  };
}
