import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { comparisonSchema } from "#lib/core/api/documents/compare.ts";
import { withAnswer } from "#lib/core/catalog/access.ts";
import { examples } from "#lib/core/catalog/examples.ts";

const root = mkdtempSync(join(tmpdir(), "plumbline-compare-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const left = examples[0]?.answers;
if (!left) throw new Error("There is no example.");
writeFileSync(join(root, "left.json"), JSON.stringify(left));
writeFileSync(join(root, "right.json"), JSON.stringify(withAnswer(left, "architecture.dependency_manager", "poetry")));
writeFileSync(join(root, "later.json"), JSON.stringify(withAnswer(left, "intake.tier", 4)));
writeFileSync(join(root, "half.json"), JSON.stringify({ plumbline: 1, intake: left.intake }));

function run(program: string, args: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: "utf8", input });
  return { status, stdout, stderr };
}
const plumbline = (...args: string[]) => run(process.execPath, ["--no-warnings", resolve("lib/cli/main.ts"), ...args]);

test("the patch between two answers files turns one rendered repository into the other", () => {
  for (const side of ["left", "right"])
    expect(plumbline("render", `${side}.json`, "--out", side)).toMatchObject({ status: 0 });
  const { status, stdout } = plumbline("compare", "left.json", "right.json", "--patch");
  expect(status).toBe(1);
  expect(run("git", ["apply", "--directory=left", "-"], stdout)).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(run("diff", ["-r", "left", "right"])).toEqual({ status: 0, stdout: "", stderr: "" });
});

test("a finding of both sides is told with the answers on which it differs", () => {
  const { stdout } = plumbline("compare", "left.json", "later.json");
  const shared = stdout.split("\n").filter((line) => /^ {2}~ [A-Z]{2}\d/.test(line));
  expect(shared.length).toBeGreaterThan(0);
  for (const line of shared) expect(line).toMatch(/ -> .*\)$/);
});

test("it ends with 0 without a difference, 1 with one, 2 when a side cannot be read, and says which", () => {
  expect(plumbline("compare", "left.json", "left.json")).toMatchObject({
    status: 0,
    stdout: "No difference: the same answers, the same files.\n",
  });
  const differing = plumbline("compare", "left.json", "right.json");
  expect(differing.status).toBe(1);
  expect(differing.stdout).toContain("architecture.dependency_manager: uv -> Poetry 2");
  const document = plumbline("compare", "left.json", "right.json", "--json");
  expect(comparisonSchema.parse(JSON.parse(document.stdout)).same).toBe(false);
  const half = plumbline("compare", "left.json", "half.json");
  expect(half.status).toBe(2);
  expect(half.stderr).toContain("right.architecture");
  expect(plumbline("compare", "-", "-").status).toBe(2);
});
