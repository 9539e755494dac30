import fc from "fast-check";
import { expect, test } from "vitest";
import { outline } from "../../python/outline.ts";
import { LINE_LENGTH } from "../line-length.ts";
import { docstring } from "./docstring.ts";

test("a short text is one sentence on one line", () => {
  expect(docstring("find the windows", "Fallback", 4)).toEqual(['"""Find the windows."""']);
  expect(docstring("", "Find windows", 4)).toEqual(['"""Find windows."""']);
  expect(docstring("Is it open?", "", 4)).toEqual(['"""Is it open?"""']);
});

test("a long text stands below a summary made from the name, wrapped", () => {
  const lines = docstring("word ".repeat(40), "Find windows", 4);
  expect(lines.slice(0, 2)).toEqual(['"""Find windows.', ""]);
  expect(lines.at(-1)).toBe('"""');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(LINE_LENGTH - 4);
});

test("paragraphs and their indentation stay", () => {
  expect(docstring("Say.\n\nArgs:\n    x: One.", "", 4)).toEqual(['"""Say.', "", "Args:", "    x: One.", '"""']);
});

test("any text is one docstring that Python reads, whatever quotes and backslashes it has", () => {
  const nasty = fc.array(
    fc.constantFrom('"', '"""', "\\", "\n", "'", "a", " ", "\u0000", "\u2028", "{", "é", "x".repeat(120)),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        nasty.map((parts) => parts.join("")),
      ),
      (text) => {
        const body = docstring(text, "Find windows", 4).map((line) => `    ${line}`);
        const read = outline(`def f() -> None:\n${body.join("\n")}\n\n\ndef g() -> None: ...\n`);
        expect(read.faults).toEqual([]);
        expect(read.items.map(({ name }) => name)).toEqual(["f", "g"]);
      },
    ),
  );
});
