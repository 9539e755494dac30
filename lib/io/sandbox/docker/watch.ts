import type { Readable } from "node:stream";
import type Docker from "dockerode";
import { APP, LABELS } from "./container.ts";

const PROBE_EVERY_MS = 10_000;

/** Eyes on the engine: who ran out of memory, and whether the engine is there at all. */
export interface Watch {
  readonly alive: boolean;
  /** Changes when the engine was lost; what began under another number cannot be trusted. */
  readonly life: number;
  /** True as soon as the container ran out of memory; waits a moment, because that news travels on another way. */
  ranOutOfMemory(containerId: string, withinMs: number): Promise<boolean>;
  forget(containerId: string): void;
  close(): void;
}

/** Follows the engine's events. Their end is how its end is noticed; from then on it is asked every ten seconds. */
export async function watchEngine(docker: Docker, onChange: (alive: boolean) => void): Promise<Watch> {
  const starved = new Set<string>();
  let stream: Readable | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let alive = false;
  let life = 0;

  function read(events: Readable): void {
    let rest = "";
    events.setEncoding("utf8");
    events.on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines.filter(Boolean)) {
        const id: unknown = JSON.parse(line).Actor?.ID;
        if (typeof id === "string") starved.add(id);
      }
    });
  }

  async function follow(): Promise<void> {
    stream = (await docker.getEvents({
      filters: JSON.stringify({ event: ["oom"], label: [`${LABELS.app}=${APP}`] }),
    })) as Readable;
    read(stream);
    stream.on("error", () => {});
    stream.once("close", lose);
    alive = true;
  }

  function lose(): void {
    if (closed) return;
    alive = false;
    life++;
    starved.clear();
    onChange(false);
    timer = setTimeout(probe, PROBE_EVERY_MS).unref();
  }

  async function probe(): Promise<void> {
    try {
      await docker.ping();
      await follow();
      onChange(true);
    } catch {
      if (!closed) timer = setTimeout(probe, PROBE_EVERY_MS).unref();
    }
  }

  await follow();
  return {
    get alive() {
      return alive;
    },
    get life() {
      return life;
    },
    async ranOutOfMemory(containerId, withinMs) {
      for (const until = performance.now() + withinMs; performance.now() < until && !starved.has(containerId); )
        await new Promise((done) => setTimeout(done, 20));
      return starved.has(containerId);
    },
    forget: (containerId) => void starved.delete(containerId),
    close() {
      closed = true;
      clearTimeout(timer);
      stream?.destroy();
    },
  };
}
