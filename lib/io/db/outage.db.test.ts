import { createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect, test } from "vitest";
import { db, disconnect } from "./client.ts";
import { outageOf } from "./outage.ts";

const failure = (work: Promise<unknown>): Promise<unknown> => work.then(() => null).catch((cause: unknown) => cause);

async function against<T>(url: string, work: () => Promise<T>): Promise<T> {
  await disconnect();
  const { env } = await import("../env.ts");
  const own = env().DATABASE_URL;
  env().DATABASE_URL = url;
  try {
    return await work();
  } finally {
    await disconnect();
    env().DATABASE_URL = own;
  }
}

test("a database that is not there counts as an outage, in and outside of a transaction", async () => {
  await against("postgresql://plumbline:x@127.0.0.1:1/none", async () => {
    expect(outageOf(await failure(db().project.count()))).toBe("unavailable");
    expect(outageOf(await failure(db().$transaction((tx) => tx.project.count())))).toBe("unavailable");
  });
});

test("a database that takes connections and says nothing counts as an outage, and is not waited for long", async () => {
  const held: Socket[] = [];
  const deaf = createServer((socket) => void held.push(socket));
  await new Promise<void>((done) => deaf.listen(0, "127.0.0.1", done));
  const { port } = deaf.address() as { port: number };
  await against(`postgresql://plumbline:x@127.0.0.1:${port}/none`, async () => {
    expect(outageOf(await failure(db().project.count()))).toBe("unavailable");
  });
  for (const socket of held) socket.destroy();
  deaf.close();
});

test("connections that the database ends, and a pool that is used up, count as outages", async () => {
  const asleep = failure(db().$queryRaw`SELECT pg_sleep(5)::text`);
  const killer = new Client({ connectionString: process.env.DATABASE_URL });
  await killer.connect();
  const sleeping =
    "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND state = 'active' AND pid <> pg_backend_pid()";
  while ((await killer.query(sleeping)).rowCount === 0) await sleep(20);
  await killer.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await killer.end();
  expect(outageOf(await asleep)).toBe("unavailable");
  const busy = Array.from({ length: 10 }, () => failure(db().$queryRaw`SELECT pg_sleep(7)::text`));
  expect(outageOf(await failure(db().project.count()))).toBe("unavailable");
  await Promise.all(busy);
});

test("what a person or we did wrong is no outage", async () => {
  expect(outageOf(await failure(db().$queryRaw`SELECT 1 / 0`))).toBeNull();
  expect(
    outageOf(await failure(db().project.create({ data: { id: "p", ownerHash: "o", snapshot: {}, version: 2 ** 40 } }))),
  ).toBeNull();
  expect(outageOf("text")).toBeNull();
});

test("a full disk is told apart", () => {
  const pg = { code: "53100", message: 'could not extend file "base/1/2": No space left on device' };
  expect(outageOf(Object.assign(new Error("failed"), { cause: pg }))).toBe("no-room");
  expect(outageOf({ code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "53100" } } } })).toBe(
    "no-room",
  );
});
