import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { designSide } from "../../wizard/comparing.ts";
import { withAnswer } from "../catalog/access.ts";
import type { Answers, PartialAnswers } from "../catalog/answers.ts";
import { examples } from "../catalog/examples.ts";
import type { DeliveredFile } from "../delivery/repository.ts";
import { patchBetween } from "./patch.ts";

type Row = readonly [path: string, text: string, mode: number];

type Tool = readonly [program: string, ...args: string[]];
const GIT: Tool = ["git", "apply", "--whitespace=nowarn", "-"];
const PATCH: Tool = ["patch", "-p1", "--silent", "--no-backup-if-mismatch", "--binary"];

/** What a tool makes of the left files with the patch to the right ones. */
function applied(
  left: readonly DeliveredFile[],
  right: readonly DeliveredFile[],
  [program, ...args]: Tool = GIT,
): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "patch-"));
  try {
    for (const { path, text, mode } of left) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      chmodSync(join(folder, path), mode);
    }
    const input = patchBetween({ left, right });
    execFileSync(program, args, { cwd: folder, input });
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file): Row => {
        const mode = statSync(file).mode & 0o100 ? 0o755 : 0o644;
        return [file.slice(folder.length + 1), readFileSync(file, "utf8"), mode];
      })
      .sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const rows = (files: readonly DeliveredFile[]): Row[] =>
  files.map(({ path, text, mode }): Row => [path, text, mode]).sort();

const clinic = examples[0]?.answers as Answers;
const changed = (path: string, value: unknown): PartialAnswers => withAnswer(clinic, path, value);
const own = changed("structure.paths", ["Notes 2.md", "data/.gitkeep", "a+b.txt"]);

test.each<[string, PartialAnswers, PartialAnswers]>([
  ["another toolchain", clinic, changed("architecture.dependency_manager", "poetry")],
  ["own files, and another framework", changed("features.api", "flask"), own],
  ["another database", own, changed("architecture.persistence", "sqlite")],
  ...examples.slice(1).map(({ id, answers }): [string, PartialAnswers, PartialAnswers] => [id, clinic, answers]),
])("git applies the patch to %s, byte for byte and mode for mode", (_, left, right) => {
  const [before, after] = [designSide(left).files, designSide(right).files];
  expect(applied(before, after)).toEqual(rows(after));
});

test("GNU patch applies the patch to another example as well, without a question", (context) => {
  if (spawnSync("patch", ["--version"]).status !== 0) context.skip("there is no GNU patch");
  const [before = [], after = []] = examples.map(({ answers }) => designSide(answers).files);
  expect(applied(before, after, PATCH)).toEqual(rows(after));
  expect(applied(after, before, PATCH)).toEqual(rows(before));
});

const file = (path: string, text: string, mode: DeliveredFile["mode"] = 0o644): DeliveredFile => ({ path, text, mode });

test.each<[string, DeliveredFile[], DeliveredFile[]]>([
  ["a file becomes a folder", [file("notes", "a\n")], [file("notes/a.txt", "b\n")]],
  ["a folder becomes a file", [file("notes/a.txt", "b\n")], [file("notes", "a\n")]],
  ["only the mode changes", [file("run", "#!/bin/sh\n", 0o755)], [file("run", "#!/bin/sh\n")]],
  ["mode and text change", [file("run", "x\n")], [file("run", "#!/bin/sh\n", 0o755)]],
  ["the last line break comes", [file("a", "x")], [file("a", "x\n")]],
  ["the last line break goes", [file("a", "x\ny\n")], [file("a", "x\ny")]],
  ["a file is emptied", [file("a", "x\n")], [file("a", "")]],
  ["an empty file comes", [file("b", "x\n")], [file("a", ""), file("b", "x\n")]],
  ["an empty file goes", [file("a", ""), file("b", "")], [file("b", "")]],
  ["lines end as on Windows", [file("a", "x\r\ny\r\n")], [file("a", "x\r\nz\r\n")]],
  ["other line breaks stand inside a line", [file("a", "x\ry\u2028\f\n")], [file("a", "z\ry\u2028\f\n")]],
  ["names have spaces and letters of other scripts", [file("a b/ü c.md", "x\n")], [file("a b/ü c.md", "y\n")]],
  ["lines look like a patch", [file("a", "-- x\n--- a/b\n")], [file("a", "++ y\n+++ b/c\n@@ -1 +1 @@\n")]],
])("git applies the patch where %s", (_, left, right) => {
  expect(applied(left, right)).toEqual(rows(right));
});
