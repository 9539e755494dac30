import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, inject, test } from "vitest";
import { repositoryFiles } from "#lib/core/delivery/repository.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { libraryAnswers, samples, serviceAnswers } from "../documents/designs.fixture.ts";
import { tools } from "../versions.ts";

const { uv, reason } = inject("pythonTools");
const FOLDER = mkdtempSync(join(tmpdir(), "plumbline-managers-"));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));
beforeEach(({ skip }) => {
  if (!uv) skip(reason);
});

/** Writes a whole repository, with the Python that builds it chosen, and returns its folder. */
function written(name: string, answers: typeof serviceAnswers): string {
  const root = join(FOLDER, name);
  for (const { path, text } of repositoryFiles(render(answers))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  // Whoever provides Python here, uv or pyenv, reads which one from this file.
  writeFileSync(join(root, ".python-version"), `${answers.intake.python_version}\n`);
  return root;
}

const run = (cwd: string, ...command: readonly string[]): string =>
  execFileSync(uv as string, command, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, VIRTUAL_ENV: "" },
  });

describe.each(samples)("$name", ({ name, design }) => {
  const root = () => written(name.replaceAll(" ", "-"), design.answers);

  test("builds an archive and a wheel that holds the package alone", () => {
    const folder = root();
    run(folder, "build", "--quiet");
    const wheel = readdirSync(join(folder, "dist")).find((file) => file.endsWith(".whl")) ?? "";
    const inside = execFileSync(
      "python3",
      [
        "-c",
        "import sys, zipfile; print('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))",
        join(folder, "dist", wheel),
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

  test("has workflows without a finding and valid metadata", () => {
    const folder = root();
    run(folder, "tool", "run", `zizmor@${tools.zizmor}`, "--offline", "--persona=pedantic", "--quiet", ".");
    run(
      folder,
      "tool",
      "run",
      "--from",
      `validate-pyproject[all]==${tools["validate-pyproject"]}`,
      "validate-pyproject",
      "pyproject.toml",
    );
  });
});

test.each([
  ["service", serviceAnswers],
  ["library", libraryAnswers],
] as const)("the hostile words of a %s reach the built metadata unchanged", (name, answers) => {
  const description = "A \"quoted\" \\ [tool.evil] ''' text \u00e9 \u{1f600} # ${{ x }}";
  const folder = written(`hostile-${name}`, { ...answers, intake: { ...answers.intake, description } });
  run(folder, "build", "--wheel", "--quiet");
  const wheel = readdirSync(join(folder, "dist")).find((file) => file.endsWith(".whl")) ?? "";
  const script =
    "import sys, zipfile, email.parser as p; z = zipfile.ZipFile(sys.argv[1]); m = [n for n in z.namelist() if n.endswith('METADATA')][0]; print(p.Parser().parsestr(z.read(m).decode())['Summary'])";
  const summary = execFileSync("python3", ["-c", script, join(folder, "dist", wheel)], {
    encoding: "utf8",
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  expect(summary.trim()).toBe(description);
});
