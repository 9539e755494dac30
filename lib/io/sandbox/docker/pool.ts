import { channel } from "node:diagnostics_channel";

/** What the pool needs to know about the things it holds. */
export interface PoolOptions<T> {
  /** How many wait, ready to be taken. */
  idle: number;
  /** How many are in use at once; who asks for one more waits, first come first served. */
  inUse: number;
  /** How many more may be in use because their users gave way; none without it. */
  aside?: number;
  /** Never more at once than are missing: a maker that is slow is not asked again and again. */
  make(): Promise<T>;
  /** Called once for each that was made, in the background. */
  discard(item: T): Promise<void>;
  /** Older ones are not handed out. */
  maxAgeMs: number;
}

/** Things that are slow to make and used once: some are always ready. */
export interface Pool<T> {
  /** The next one, when its turn has come; the caller gives it back with `release`, whatever happened to it. */
  take(signal?: AbortSignal, asker?: symbol): Promise<T>;
  /** Lets another asker, if one waits, have the place of what is kept in use beside it; false when nothing changed. */
  giveWay(item: T): boolean;
  release(item: T): void;
  /** Discards those that wait, because they cannot be trusted any more. */
  drain(): void;
  /** Makes those that should wait. */
  fill(): void;
  /** Discards all that wait and ends when nothing is left to be discarded. */
  close(): Promise<void>;
}

/** Where a pool says how it stands, for whoever counts. */
export const POOL_CHANNEL = "plumbline.sandbox.pool";

/** How a pool stands after something changed. */
export interface PoolEvent {
  ready: number;
  making: number;
  used: number;
  /** One was made just now. */
  made?: boolean;
  /** How long the one who took waited. */
  tookMs?: number;
}

const told = channel(POOL_CHANNEL);

interface Queue<T> {
  readonly length: number;
  /** Whether someone else than this asker waits. */
  beside(asker: symbol | undefined): boolean;
  /** Waits in line; who gives up leaves it. */
  wait(signal: AbortSignal | undefined, asker?: symbol): Promise<T>;
  /** The first in line gets what this gives; false when nobody waits. */
  serve(give: (first: PromiseWithResolvers<T>) => void): boolean;
}

function queue<T>(): Queue<T> {
  const line: { place: PromiseWithResolvers<T>; asker: symbol | undefined }[] = [];
  return {
    get length() {
      return line.length;
    },
    beside: (asker) => line.some((one) => one.asker !== asker),
    async wait(signal, asker) {
      const place = Promise.withResolvers<T>();
      const entry = { place, asker };
      line.push(entry);
      const leave = () => {
        const index = line.indexOf(entry);
        if (index >= 0) line.splice(index, 1);
        place.reject(signal!.reason);
      };
      signal?.addEventListener("abort", leave, { once: true });
      return place.promise.finally(() => signal?.removeEventListener("abort", leave));
    },
    serve(give) {
      const first = line.shift();
      if (first) give(first.place);
      return first !== undefined;
    },
  };
}

/** Keeps `idle` of what takes long to make ready, and lets `inUse` of it be used at once; the rest wait in turn. */
export function openPool<T>({ idle, inUse, aside = 0, make, discard, maxAgeMs }: PoolOptions<T>): Pool<T> {
  /** Those who wait for one of the places in use, and those who have a place and wait for what is being made. */
  const outside = queue<void>();
  const inside = queue<T>();
  let ready: { item: T; madeAt: number }[] = [];
  const work = new Set<Promise<void>>();
  const askers = new Map<T, symbol | undefined>();
  const gaveWay = new Set<T>();
  let used = 0;
  let making = 0;
  let closed = false;

  function tell(what: Pick<PoolEvent, "made" | "tookMs"> = {}): void {
    if (told.hasSubscribers)
      told.publish({ ready: ready.length, making, used: used + gaveWay.size, ...what } satisfies PoolEvent);
  }

  function background(task: Promise<void>): void {
    // A failure shows itself to whoever asks next; what could not be removed is left to the sweeper.
    const quiet = task.catch(() => {}).finally(() => work.delete(quiet));
    work.add(quiet);
  }

  async function makeOne(): Promise<void> {
    // `making` falls in the same turn in which `ready` grows: in between, one would be counted twice or not at all.
    try {
      const item = await make();
      making--;
      if (closed) return await discard(item);
      if (!inside.serve((first) => first.resolve(item))) ready.push({ item, madeAt: performance.now() });
      tell({ made: true });
    } catch (error) {
      making--;
      inside.serve((first) => first.reject(error));
    }
  }

  function fill(): void {
    const old = performance.now() - maxAgeMs;
    for (const { item } of ready.filter(({ madeAt }) => madeAt < old)) background(discard(item));
    ready = ready.filter(({ madeAt }) => madeAt >= old);
    while (!closed && ready.length + making < idle + inside.length) {
      making++;
      background(makeOne());
    }
  }

  async function enter(signal: AbortSignal | undefined, asker: symbol | undefined): Promise<void> {
    if (used < inUse) used++;
    else await outside.wait(signal, asker);
  }

  function leave(): void {
    if (!outside.serve((first) => first.resolve())) used--;
  }

  function drain(): void {
    for (const { item } of ready.splice(0)) background(discard(item));
  }

  return {
    async take(signal, asker) {
      signal?.throwIfAborted();
      const asked = performance.now();
      await enter(signal, asker);
      try {
        fill();
        const [oldest] = ready.splice(0, 1);
        const taken = oldest ? Promise.resolve(oldest.item) : inside.wait(signal);
        fill();
        const item = await taken;
        askers.set(item, asker);
        tell({ tookMs: performance.now() - asked });
        return item;
      } catch (error) {
        leave();
        throw error;
      }
    },
    giveWay(item) {
      if (gaveWay.has(item) || gaveWay.size >= aside || !outside.beside(askers.get(item))) return false;
      gaveWay.add(item);
      leave();
      tell();
      return true;
    },
    release(item) {
      background(discard(item));
      askers.delete(item);
      if (!gaveWay.delete(item)) leave();
      tell();
    },
    drain,
    fill,
    async close() {
      closed = true;
      drain();
      while (work.size > 0) await Promise.all(work);
    },
  };
}
