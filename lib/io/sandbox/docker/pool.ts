/** What the pool needs to know about the things it holds. */
export interface PoolOptions<T> {
  /** How many wait, ready to be taken. */
  idle: number;
  /** How many are in use at once; who asks for one more waits, first come first served. */
  inUse: number;
  make(): Promise<T>;
  /** Called once for each that was made, in the background. */
  discard(item: T): Promise<void>;
  /** Older ones are not handed out. */
  maxAgeMs: number;
}

/** Things that are slow to make and used once: some are always ready. */
export interface Pool<T> {
  /** The next one, when its turn has come; the caller gives it back with `release`, whatever happened to it. */
  take(signal?: AbortSignal): Promise<T>;
  release(item: T): void;
  /** Discards those that wait, because they cannot be trusted any more. */
  drain(): void;
  /** Makes those that should wait. */
  fill(): void;
  /** Discards all that wait and ends when nothing is left to be discarded. */
  close(): Promise<void>;
}

export function openPool<T>({ idle, inUse, make, discard, maxAgeMs }: PoolOptions<T>): Pool<T> {
  const waiting: { turn: () => void }[] = [];
  let ready: { item: T; madeAt: number }[] = [];
  const work = new Set<Promise<void>>();
  let used = 0;
  let making = 0;
  let closed = false;

  function background(task: Promise<void>): void {
    // A failure shows itself to whoever asks next; what could not be removed is left to the sweeper.
    const quiet = task.catch(() => {}).finally(() => work.delete(quiet));
    work.add(quiet);
  }

  async function makeOne(): Promise<void> {
    // `making` falls in the same turn in which `ready` grows: in between, one would be counted twice or not at all.
    const item = await make().catch((error) => {
      making--;
      throw error;
    });
    making--;
    if (closed) await discard(item);
    else ready.push({ item, madeAt: performance.now() });
  }

  function fill(): void {
    const old = performance.now() - maxAgeMs;
    for (const { item } of ready.filter(({ madeAt }) => madeAt < old)) background(discard(item));
    ready = ready.filter(({ madeAt }) => madeAt >= old);
    while (!closed && ready.length + making < idle) {
      making++;
      background(makeOne());
    }
  }

  /** Holds one of the places in use; `leave` hands it to the first who waits. */
  async function enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (used < inUse) {
      used++;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const place = { turn: resolve };
    waiting.push(place);
    const abort = () => {
      const index = waiting.indexOf(place);
      if (index >= 0) waiting.splice(index, 1);
      reject(signal!.reason);
    };
    signal?.addEventListener("abort", abort, { once: true });
    await promise.finally(() => signal?.removeEventListener("abort", abort));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next.turn();
    else used--;
  }

  function drain(): void {
    for (const { item } of ready.splice(0)) background(discard(item));
  }

  return {
    async take(signal) {
      await enter(signal);
      try {
        const old = performance.now() - maxAgeMs;
        const fresh = ready.findIndex(({ madeAt }) => madeAt >= old);
        const item = fresh >= 0 ? ready.splice(fresh, 1)[0]!.item : await make();
        fill();
        return item;
      } catch (error) {
        leave();
        throw error;
      }
    },
    release(item) {
      background(discard(item));
      leave();
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
