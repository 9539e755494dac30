import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { findPython, personEnvironment } from "../../../../scripts/testing/generated/python.ts";
import { scratchFolder, writeRepository } from "../../../../scripts/testing/generated/repository.ts";
import type { Answers } from "../../catalog/answers.ts";
import { libraryAnswers, samples, serviceAnswers } from "../documents/designs.fixture.ts";
import { tools } from "../versions.ts";

const { uv = "", reason } = inject("pythonTools");
const FOLDER = scratchFolder("managers");

type Skip = (reason: string) => never;

/**
 * A whole repository in a folder, and how a command of uv runs there with the Python that the design names; skips where
 * that cannot be had.
 */
function written(name: string, answers: Answers, skip: Skip) {
  const found = reason ? { reason } : findPython(uv, answers.intake.python_version);
  if ("reason" in found) return skip(found.reason);
  const root = writeRepository(join(FOLDER, name), answers);
  const env = { ...personEnvironment(uv, found.python), UV_PYTHON: found.python };
  const run = (...command: readonly string[]) =>
    execFileSync(uv, command, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env });
  return { root, run };
}

describe.each(samples)("$name", ({ name, design }) => {
  const repository = (skip: Skip) => written(name.replaceAll(" ", "-"), design.answers, skip);

  test("builds an archive and a wheel that holds the package alone", ({ skip }) => {
    const { root, run } = repository(skip);
    run("build", "--quiet");
    const wheel = readdirSync(join(root, "dist")).find((file) => file.endsWith(".whl")) ?? "";
    const inside = execFileSync(
      "python3",
      [
        "-c",
        "import sys, zipfile; print('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))",
        join(root, "dist", wheel),
      ],
      { encoding: "utf8" },
    );
    const tops = new Set(
      inside
        .trim()
        .split("\n")
        .map((path) => path.split("/")[0]),
    );
    expect([...tops].sort()).toEqual(
      [design.packageName, `${wheel.split("-").slice(0, 2).join("-")}.dist-info`].sort(),
    );
    expect(inside).toContain(`${design.packageName}/py.typed`);
  });

  test("has workflows without a finding and valid metadata", ({ skip }) => {
    const { run } = repository(skip);
    run("tool", "run", `zizmor@${tools.zizmor}`, "--offline", "--persona=pedantic", "--quiet", ".");
    run(
      "tool",
      "run",
      "--from",
      `validate-pyproject[all]==${tools["validate-pyproject"]}`,
      "validate-pyproject",
      "pyproject.toml",
    );
  });
});

test.for([
  ["service", serviceAnswers],
  ["library", libraryAnswers],
] as const)("the hostile words of a %s reach the built metadata unchanged", ([name, answers], { skip }) => {
  const description = "A \"quoted\" \\ [tool.evil] ''' text \u00e9 \u{1f600} # ${{ x }}";
  const hostile = { ...answers, intake: { ...answers.intake, description } };
  const { root, run } = written(`hostile-${name}`, hostile, skip);
  run("build", "--wheel", "--quiet");
  const wheel = readdirSync(join(root, "dist")).find((file) => file.endsWith(".whl")) ?? "";
  const script =
    "import sys, zipfile, email.parser as p; z = zipfile.ZipFile(sys.argv[1]); m = [n for n in z.namelist() if n.endswith('METADATA')][0]; print(p.Parser().parsestr(z.read(m).decode())['Summary'])";
  const summary = execFileSync("python3", ["-c", script, join(root, "dist", wheel)], {
    encoding: "utf8",
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  expect(summary.trim()).toBe(description);
});
