import { expect, test } from "vitest";
import { openPool } from "./pool.ts";

function counted(options: {
  idle: number;
  inUse: number;
  aside?: number;
  maxAgeMs?: number;
  makes?: () => Promise<void>;
}) {
  const made: number[] = [];
  const discarded: number[] = [];
  const pool = openPool<number>({
    maxAgeMs: 60_000,
    ...options,
    async make() {
      await options.makes?.();
      made.push(made.length + 1);
      return made.length;
    },
    async discard(item) {
      discarded.push(item);
    },
  });
  return { pool, made, discarded };
}
const turn = () => new Promise((done) => setTimeout(done, 5));

test("keeps some ready, gives each out once and replaces it", async () => {
  const { pool, made, discarded } = counted({ idle: 2, inUse: 2 });
  pool.fill();
  await turn();
  expect(made).toEqual([1, 2]);
  expect([await pool.take(), await pool.take()]).toEqual([1, 2]);
  await turn();
  expect(made).toEqual([1, 2, 3, 4]);
  pool.release(1);
  expect(await pool.take()).toBe(3);
  await pool.close();
  expect(discarded.sort()).toEqual([1, 4, 5]);
});

test("who comes first is served first, and who gave up is not served", async () => {
  const { pool } = counted({ idle: 0, inUse: 1 });
  const order: string[] = [];
  const gone = new AbortController();
  const first = await pool.take();
  const waits = (name: string, signal?: AbortSignal) =>
    pool.take(signal).then(
      (item) => {
        order.push(name);
        pool.release(item);
      },
      (error) => order.push(`${name}: ${error}`),
    );
  const all = [waits("a"), waits("b", gone.signal), waits("c")];
  gone.abort("tired");
  pool.release(first);
  await Promise.all(all);
  expect(order).toEqual(["b: tired", "a", "c"]);
});

test("what could not be made leaves its place to the next", async () => {
  let broken = true;
  const { pool } = counted({ idle: 0, inUse: 1, makes: async () => Promise[broken ? "reject" : "resolve"]() });
  await expect(pool.take()).rejects.toBeUndefined();
  broken = false;
  expect(await pool.take()).toBe(1);
});

test("what has waited too long is not given out, and is discarded", async () => {
  const { pool, discarded } = counted({ idle: 1, inUse: 1, maxAgeMs: 1 });
  pool.fill();
  await turn();
  expect(await pool.take()).toBe(2);
  await turn();
  expect(discarded).toContain(1);
});

test("a slow maker is not asked again for those who gave up", async () => {
  const { promise: slow, resolve: go } = Promise.withResolvers<void>();
  const { pool, made } = counted({ idle: 1, inUse: 1, makes: () => slow });
  for (let tries = 0; tries < 20; tries++) await expect(pool.take(AbortSignal.timeout(1))).rejects.toThrow();
  const next = pool.take();
  go();
  expect(await next).toBe(1);
  await turn();
  expect(made.length).toBeLessThanOrEqual(3);
});

test("who gives way lets one other asker in, and is missed by nobody when it ends", async () => {
  const { pool } = counted({ idle: 0, inUse: 1, aside: 1 });
  const [mine, yours] = [Symbol(), Symbol()];
  const long = await pool.take(undefined, mine);
  expect(pool.giveWay(long), "nobody waits").toBe(false);
  const own = pool.take(undefined, mine);
  expect(pool.giveWay(long), "only its own asker waits").toBe(false);
  const other = pool.take(undefined, yours);
  expect(pool.giveWay(long)).toBe(true);
  expect(pool.giveWay(long), "it has no place any more").toBe(false);
  const next = await own;
  expect(pool.giveWay(next), "as many as may have given way").toBe(false);
  pool.release(long);
  expect(pool.giveWay(next)).toBe(true);
  pool.release(next);
  pool.release(await other);
  // One place again, not two and not none.
  const last = await pool.take();
  const waits = pool.take();
  await turn();
  pool.release(last);
  expect(await waits).toBeGreaterThan(last);
});
