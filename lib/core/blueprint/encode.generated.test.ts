import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dotenvValue, plainLine, pyDoc, pyStr, shWord } from "./encode.ts";

const sampled = (seed: number): string[] =>
  fc.sample(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."\\'\"`$#=\n\t {}%") }),
    ),
    { numRuns: 300, seed },
  );

/** Evaluates Python expressions in a real interpreter. */
const python = (expressions: readonly string[]): unknown =>
  JSON.parse(
    execFileSync("python3", ["-c", "import json, sys; print(json.dumps(eval(sys.stdin.read())))"], {
      encoding: "utf8",
      input: `[${expressions.join(", ")}]`,
    }),
  );

/** What a POSIX shell gives for each word. */
function shell(words: readonly string[]): string[] {
  const script = words.map((word) => `printf '%s\\0' ${word}`).join("\n");
  return execFileSync("/bin/sh", ["-s"], { encoding: "utf8", input: script }).split("\0").slice(0, -1);
}

test("Python reads a literal back as the text", () => {
  const texts = sampled(1).map((text) => text.toWellFormed());
  expect(python(texts.map(pyStr))).toEqual(texts);
});

test("Python reads a docstring back as the text on one line", () => {
  const texts = sampled(2);
  expect(python(texts.map((text) => `"""${pyDoc(text)}"""`))).toEqual(texts.map(plainLine));
});

test("a shell reads a word, and the value of a dotenv line, back as the text", () => {
  const texts = sampled(3).map((text) => text.toWellFormed().replaceAll("\0", ""));
  expect(shell(texts.map(shWord))).toEqual(texts);
  expect(shell(texts.map(dotenvValue))).toEqual(texts.map(plainLine));
});
