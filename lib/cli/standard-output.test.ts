import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { examples } from "#lib/core/catalog/examples.ts";

const root = mkdtempSync(join(tmpdir(), "plumbline-output-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
writeFileSync(join(root, "answers.json"), JSON.stringify(examples[0]?.answers));

const plumbline = (args: readonly string[], stdout: "pipe" | number = "pipe") =>
  spawnSync(process.execPath, ["--no-warnings", resolve("lib/cli/main.ts"), ...args], {
    cwd: root,
    stdio: ["ignore", stdout, "pipe"],
    maxBuffer: 64 << 20,
  });

test("a zip goes to standard output as it goes into a file, and nothing else does", () => {
  expect(plumbline(["render", "answers.json", "--zip", "repository.zip"]).status).toBe(0);
  const piped = plumbline(["render", "answers.json", "--zip", "-"]);
  expect(piped.status).toBe(0);
  expect(piped.stdout.equals(readFileSync(join(root, "repository.zip")))).toBe(true);
  expect(readdirSync(root).sort()).toEqual(["answers.json", "repository.zip"]);
  const both = plumbline(["render", "answers.json", "--zip", "-", "--json"]);
  expect([both.status, JSON.parse(String(both.stdout)).problems]).toMatchObject([2, [{ path: "--zip" }]]);
});

test("what cannot be written because the disk is full ends with our fault, not with findings", (context) => {
  if (!existsSync("/dev/full")) context.skip("there is no device that is always full");
  const { status, stderr } = plumbline(["questions"], openSync("/dev/full", "w"));
  expect([status, String(stderr)]).toEqual([
    3,
    "standard output: The disk is full; nothing was kept of what was begun. Make room, and call the command again.\n",
  ]);
});

test.each([
  ["none.json", "none.json: There is no such file. Name an answers file, or - for standard input.\n"],
  [".", ".: This is a folder. Name an answers file, or - for standard input.\n"],
])("answers that cannot be read at %s are told in words", (place, words) => {
  const { status, stderr } = plumbline(["check", place]);
  expect([status, String(stderr)]).toEqual([2, words]);
});
