import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { type Example, examples } from "#lib/core/catalog/examples.ts";
import { designFiles } from "#lib/wizard/packing.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { zipDesign } from "#lib/wizard/zip-design.ts";
import { readRepositoryZip } from "./repository-zip.ts";

const { answers } = examples[0] as Example;

interface Entry {
  name: string | Buffer;
  content?: string | Buffer;
  mode?: number;
  flags?: number;
  method?: number;
  size?: number;
  crc?: number;
  packed?: Buffer;
}

/** An archive exactly as told, lies included. */
function zipOf(entries: readonly Entry[], count = entries.length): Buffer {
  let at = 0;
  const locals: Buffer[] = [];
  const central = entries.map(({ name, content = "", mode = 0o100644, flags = 0, method = 8, size, crc, packed }) => {
    const bytes = Buffer.from(content);
    const stored = packed ?? (method === 8 ? deflateRawSync(bytes) : bytes);
    const named = Buffer.from(name);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(flags, 8);
    head.writeUInt16LE(method, 10);
    head.writeUInt32LE(crc ?? crc32(bytes), 16);
    head.writeUInt32LE(stored.length, 20);
    head.writeUInt32LE(size ?? bytes.length, 24);
    head.writeUInt16LE(named.length, 28);
    head.writeUInt32LE((mode << 16) >>> 0, 38);
    head.writeUInt32LE(at, 42);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(named.length, 26);
    locals.push(local, named, stored);
    at += 30 + named.length + stored.length;
    return Buffer.concat([head, named]);
  });
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

function read(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-zip-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "it.zip"), bytes);
  return readRepositoryZip(join(folder, "it.zip"));
}

test("a delivered zip, with or without its history, holds what was delivered", async () => {
  const wanted = designFiles(render(answers), {}).map(({ path, text }) => ({
    path,
    text,
    sha256: createHash("sha256").update(text).digest("hex"),
  }));
  for (const extras of [{}, { history: true }]) {
    const made = read(await zipDesign(answers, extras).bytes());
    expect(made.ok && made.value.files).toEqual(wanted);
  }
});

test.each<[string, Entry[]]>([
  ["a link", [{ name: "l", content: "/etc", mode: 0o120777 }]],
  ["a name that climbs out", [{ name: "a/../../b" }]],
  ["an absolute name", [{ name: "/etc/passwd" }]],
  ["a name with a drive", [{ name: "C:evil" }]],
  ["a name with backslashes", [{ name: "a\\..\\b" }]],
  ["a name with a zero byte", [{ name: "a\0b" }]],
  ["a name that is not UTF-8", [{ name: Buffer.from([0xff, 0xfe]) }]],
  ["two entries with one name", [{ name: "a" }, { name: "a", content: "other" }]],
  ["an encrypted entry", [{ name: "a", flags: 1 }]],
  ["another way of packing", [{ name: "a", method: 14 }]],
  ["a size that lies", [{ name: "a", content: "x".repeat(100), size: 3 }]],
  ["a sum that lies", [{ name: "a", content: "x", crc: 1 }]],
  ["a bomb that says so", [{ name: "a", size: 0xffff_ffff, packed: deflateRawSync(Buffer.alloc(1_000_000)) }]],
  ["a bomb that does not", [{ name: "a", size: 10, packed: deflateRawSync(Buffer.alloc(50_000_000)) }]],
  ["bytes that do not unpack", [{ name: "a", size: 10, packed: Buffer.from("nonsense") }]],
])("%s is refused before anything is used", (_, entries) => {
  const made = read(zipOf(entries));
  expect(made.ok ? "read" : made.error.map(({ code }) => code)).toEqual(["bad-zip"]);
});

test("too many entries are refused without looking at them", () => {
  expect(read(zipOf([{ name: "a" }], 60_000)).ok).toBe(false);
  expect(read(zipOf([{ name: "a" }], 0)).ok).toBe(true);
});

test("whatever bytes stand in a file, it is read or refused", async () => {
  const whole = Buffer.from(
    zipOf([
      { name: "r/.plumbline/answers.json", content: "{}" },
      { name: "r/a", content: "x".repeat(300) },
    ]),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
      fc.nat(whole.length),
      (flips, cut) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of flips) bytes[at] = value;
        expect(typeof read(bytes.subarray(0, flips.length % 2 ? cut : whole.length)).ok).toBe("boolean");
      },
    ),
  );
});
