import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip, gunzipSync, gzipSync } from "node:zlib";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { db } from "../db/client.ts";
import { migrate } from "../db/migrate.ts";
import { backUp } from "./back-up.ts";
import { linesOf } from "./lines.ts";
import { NotRestored } from "./not-restored.ts";
import { restore } from "./restore.ts";
import { keptTables } from "./tables.ts";

const admin = inject("postgresUrl");
const OTHER = `restored_${randomBytes(6).toString("hex")}`;
const other = admin.replace(/\/postgres$/, `/${OTHER}`);
const own = () => process.env.DATABASE_URL as string;

async function query<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows as T[])
    .finally(() => client.end());
}

const NASTY = `quote " \\ \\n newline\n\r\u2028\u2029 # ${"é😀".repeat(3)} \u0001`;

/** Something of everything: threads whose answers sort before their question, exact numbers, all sorts of characters. */
async function fillOwn(): Promise<void> {
  const data = { ownerHash: "o", title: NASTY, snapshot: { text: NASTY, deep: [1, null, { a: "" }] } };
  await db().project.create({ data: { id: "p", ...data } });
  await db().event.create({ data: { projectId: "p", version: 1, type: "created", payload: { NASTY }, actor: {} } });
  for (let n = 0; n < 450; n++) {
    const text = `${n} ${NASTY}`;
    const sha256 = createHash("sha256").update(text).digest("hex");
    await db().content.create({ data: { sha256, text } });
    await db().draft.create({ data: { projectId: "p", path: `a/${n}.py`, number: 1, sha256, source: "edit" } });
  }
  const comment = { projectId: "p", author: "A", anchor: {}, text: NASTY };
  await db().comment.create({ data: { id: "z", ...comment } });
  await db().comment.create({ data: { id: "a", parentId: "z", ...comment } });
  await db().$executeRaw`UPDATE project SET snapshot = '{"exact": 12345678901234567890.1234567890, "big": 1e300}'`;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function lines(url: string): Promise<string[]> {
  const text = (await all(backUp(url))).join("");
  return text.split("\n").slice(0, -1);
}

const putBack = (given: readonly string[]) => restore(other, Readable.from(given));

beforeAll(fillOwn);
beforeEach(async () => {
  await query(admin, `DROP DATABASE IF EXISTS ${OTHER} WITH (FORCE)`);
  await query(admin, `CREATE DATABASE ${OTHER}`);
});
afterAll(() => query(admin, `DROP DATABASE IF EXISTS ${OTHER} WITH (FORCE)`));

test("what is backed up and put back is the same to the byte, and backs up to the same file", async () => {
  const before = await lines(own());
  await putBack(before);
  expect(await lines(other)).toEqual(before);
  const [row] = await query<{ exact: string }>(other, "SELECT snapshot ->> 'exact' AS exact FROM project");
  expect(row?.exact).toBe("12345678901234567890.1234567890");
  await expect(query(other, "INSERT INTO draft VALUES ('nobody', 'a', 1, 'x', 'edit')")).rejects.toThrow(
    /foreign key|violates/,
  );
});

test("every table of the database is in a backup, but for what is about the running installation", async () => {
  const found = await query<{ name: string }>(
    own(),
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const left = found.map(({ name }) => name).filter((name) => !keptTables().includes(name));
  expect(left.sort()).toEqual(["_prisma_migrations", "worker"]);
});

test("a backup shows one moment, whatever is written meanwhile", async () => {
  const source = backUp(own());
  const first = await source.next();
  await db().project.create({ data: { id: "late", ownerHash: "o", snapshot: {} } });
  const rest = (await all(source)).join("");
  await db().project.delete({ where: { id: "late" } });
  expect(`${first.value}${rest}`).toBe((await all(backUp(own()))).join(""));
});

test("whatever is missing, changed or out of order in the file, nothing of it is put back", async () => {
  await migrate(other);
  const good = await lines(own());
  const row = good.findIndex((line) => line.startsWith("{"));
  const broken: Record<string, string[]> = {
    empty: [],
    "no head": good.slice(1),
    "cut in the middle": good.slice(0, good.length >> 1),
    "cut before its end": good.slice(0, -1),
    "a row missing": good.toSpliced(row, 1),
    "a row twice": good.toSpliced(row, 0, good[row] as string),
    "a blank more": good.with(row, `${good[row]} `),
    "no JSON": good.with(row, "garbage"),
    "another table first": [good[0] as string, ...good.slice(1).toReversed()],
  };
  for (const [what, given] of Object.entries(broken)) {
    await expect(putBack(given), what).rejects.toThrow(NotRestored);
    expect(await query(other, "SELECT 1 FROM project UNION ALL SELECT 1 FROM content"), what).toEqual([]);
  }
  await putBack(good);
}, 120_000);

test("a database that holds something, or has other tables, is refused untouched", async () => {
  const good = await lines(own());
  await expect(restore(own(), Readable.from(good))).rejects.toThrow(/not empty/);
  const older = (good[0] as string).replace(/,"[^"]+"\],"tables"/, '],"tables"');
  await expect(putBack([older, ...good.slice(1)])).rejects.toThrow(/version that made it/);
  await expect(putBack(['#{"plumbline_backup":99}'])).rejects.toThrow(/another version/);
});

test("an archive that is cut off or no archive is told in words", async () => {
  const packed = gzipSync((await lines(own())).join("\n"));
  const read = (bytes: Uint8Array) => all(linesOf(Readable.from([bytes]).pipe(createGunzip())));
  expect(await read(packed)).toEqual(gunzipSync(packed).toString().split("\n"));
  await expect(read(packed.subarray(0, packed.length >> 1))).rejects.toThrow(NotRestored);
  await expect(read(Buffer.from("no archive at all"))).rejects.toThrow(NotRestored);
});
