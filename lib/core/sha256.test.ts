import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

/** Any code point, halves of pairs included. */
const character = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));

test("the vectors of FIPS 180-4 hold", () => {
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  );
  expect(sha256("a".repeat(1_000_000))).toBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
});

test("any text and any bytes hash as in Node, at every padding length", () => {
  const node = (input: string | Uint8Array) => createHash("sha256").update(input).digest("hex");
  for (let length = 0; length <= 130; length++) expect(sha256("é".repeat(length))).toBe(node("é".repeat(length)));
  fc.assert(fc.property(fc.string({ unit: character, maxLength: 300 }), (text) => sha256(text) === node(text)));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256(bytes) === node(bytes)));
});
