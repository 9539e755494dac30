import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { type TomlTable, tomlDocument } from "./toml.ts";

const key = fc
  .oneof(fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/), fc.string({ minLength: 1, maxLength: 8 }))
  .filter((name) => name !== "__proto__");
const scalar = fc.oneof(fc.string(), fc.boolean(), fc.integer());
const inlineTable = fc.dictionary(key, scalar, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const value = fc.oneof(scalar, fc.array(fc.oneof(scalar, inlineTable), { maxLength: 12 }));
const table: fc.Arbitrary<TomlTable> = fc.dictionary(
  key,
  fc.oneof(value, fc.dictionary(key, value, { noNullPrototype: true })),
  { noNullPrototype: true },
) as never;

test("a document reads back as the table it was written from", () => {
  fc.assert(
    fc.property(table, (tree) => {
      const wellFormed = JSON.parse(JSON.stringify(tree), (_, inner) =>
        typeof inner === "string" ? inner.toWellFormed() : inner,
      );
      expect(parse(tomlDocument(tree))).toEqual(wellFormed);
    }),
  );
});

test("an undefined entry is left out, and a table of tables alone has no header", () => {
  expect(tomlDocument({ a: { b: { c: 1, d: undefined } } })).toBe("[a.b]\nc = 1\n");
});

test("long lists of short codes fill lines, other long lists take a line each", () => {
  const codes = Array.from({ length: 40 }, (_, index) => `E${index}`);
  const words = Array.from({ length: 8 }, (_, index) => `a-longer-requirement-${index}`);
  const text = tomlDocument({ codes, words });
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(text.match(/longer/g)).toHaveLength(8);
  expect(text).toContain('  "a-longer-requirement-7",\n]');
});
