import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { succeeds } from "../../../scripts/testing/generated/commands.ts";
import { findPython, personEnvironment, toolCommand } from "../../../scripts/testing/generated/python.ts";
import { changed, scratchFolder, writeRepository } from "../../../scripts/testing/generated/repository.ts";
import { libraryAnswers, MANAGERS, serviceAnswers } from "../blueprint/documents/designs.fixture.ts";
import { tools } from "../blueprint/versions.ts";

const { uv = "", reason } = inject("pythonTools");
const folder = scratchFolder("packaging");
const versions = [libraryAnswers, serviceAnswers].map(({ intake }) => intake.python_version);
const pythons = new Map<string, ReturnType<typeof findPython>>(
  versions.map((version) => [version, reason ? { reason } : findPython(uv, version)]),
);
const why = [...pythons.values()].flatMap((found) => ("reason" in found ? [found.reason] : []))[0];
const interpreter = (version: string) => (pythons.get(version) as { python: string }).python;
const env = reason ? process.env : personEnvironment(uv);

const SAMPLES = [
  ["service", serviceAnswers],
  ["library", libraryAnswers],
] as const;

/** The version of sp-repo-review that the pass bars of the standard were read from. */
const REPO_REVIEW = "sp-repo-review[cli]==2026.8.14";

/** The only checks of it that a repository may leave out, and why (python-standard 5.3). */
const EXCUSED = {
  service: {
    PC111: "code in documents is formatted from tier 6 on",
    PC140: "mypy is a local hook, because it needs the project's own packages",
    PC160: "spelling is checked from tier 4 on",
    PC170: "there is no reStructuredText",
    PC180: "Markdown is formatted from tier 6 on",
    PY007: "a task runner comes with tier 6; below, README and CI say the commands",
    SEC001: "workflows are audited by a hook from tier 4 on",
  },
  library: {
    PC140: "mypy is a local hook, because it needs the project's own packages",
    PC170: "there is no reStructuredText",
  },
};

beforeEach(({ skip }) => {
  if (why) skip(why);
});

describe("what a repository gives away", () => {
  test.each(MANAGERS)("a library built with the backend of %s works in an empty environment", async (manager) => {
    const root = writeRepository(
      join(folder, `wheel-${manager}`),
      changed(libraryAnswers, { architecture: { dependency_manager: manager } }),
    );
    const python = interpreter(libraryAnswers.intake.python_version);
    await succeeds([uv, "build", "--quiet", "--python", python], { cwd: root, env });
    const archives = readdirSync(join(root, "dist")).map((name) => join(root, "dist", name));
    const wheel = archives.find((name) => name.endsWith(".whl")) as string;
    expect(archives.some((name) => name.endsWith(".tar.gz"))).toBe(true);
    await succeeds(
      [
        ...toolCommand(uv, "twine", `twine==${tools.twine}`),
        "check",
        "--strict",
        ...archives.filter((name) => /\.(whl|tar\.gz)$/.test(name)),
      ],
      { cwd: root, env },
    );
    await succeeds(
      [...toolCommand(uv, "check-wheel-contents", `check-wheel-contents==${tools["check-wheel-contents"]}`), wheel],
      { cwd: root, env },
    );
    const empty = join(folder, `empty-${manager}`);
    await succeeds([uv, "venv", "--quiet", "--python", python, empty], { cwd: folder, env });
    await succeeds([uv, "pip", "install", "--quiet", "--python", empty, "--no-index", wheel], { cwd: folder, env });
    const names = "import tidewindow; print(*tidewindow.__all__)";
    const output = await succeeds([join(empty, "bin/python"), "-W", "error", "-c", names], { cwd: folder, env });
    expect(output.split(/\s/)).toEqual(expect.arrayContaining(["Reading", "Window", "find_windows", "parse_readings"]));
  });

  test("the documentation of the library builds without a warning or a dead reference", async () => {
    const root = writeRepository(join(folder, "sphinx"), libraryAnswers);
    const inside = { ...env, UV_PYTHON: interpreter(libraryAnswers.intake.python_version) };
    await succeeds([uv, "run", "--quiet", "sphinx-build", "-W", "-n", "--keep-going", "docs", "out"], {
      cwd: root,
      env: inside,
    });
    expect(readdirSync(join(root, "out"))).toEqual(expect.arrayContaining(["index.html", "reference.html"]));
  });

  test.each(SAMPLES)("a %s passes the reviewers of metadata, workflows and project layout", async (name, answers) => {
    const root = writeRepository(join(folder, `reviewed-${name}`), answers);
    const run = (tool: string, from: string, ...args: string[]) =>
      succeeds([...toolCommand(uv, tool, from), ...args], { cwd: root, env });
    const schema = `check-jsonschema==${tools["check-jsonschema"]}`;
    const workflows = readdirSync(join(root, ".github/workflows")).map((file) => `.github/workflows/${file}`);
    await run("check-jsonschema", schema, "--builtin-schema", "vendor.github-workflows", ...workflows);
    await run("check-jsonschema", schema, "--builtin-schema", "vendor.dependabot", ".github/dependabot.yml");
    if (name === "library")
      await run("check-jsonschema", schema, "--builtin-schema", "vendor.readthedocs", ".readthedocs.yaml");
    await run("validate-pyproject", `validate-pyproject[all]==${tools["validate-pyproject"]}`, "pyproject.toml");
    await run("zizmor", `zizmor==${tools.zizmor}`, "--offline", "--persona=pedantic", "--quiet", ".");
    await succeeds(["git", "init", "--quiet"], { cwd: root, env });
    const { tool } = parse(readFileSync(join(root, "pyproject.toml"), "utf8")) as {
      tool: { "repo-review": { ignore: string[] } };
    };
    expect(tool["repo-review"].ignore).toEqual(Object.keys(EXCUSED[name]));
    const review = await run("sp-repo-review", REPO_REVIEW, ".", "--format", "json");
    const checks = (
      JSON.parse(review.slice(review.indexOf("{"))) as { checks: Record<string, { result: boolean | null }> }
    ).checks;
    expect(Object.keys(checks).length).toBeGreaterThan(30);
    expect(Object.entries(checks).flatMap(([id, { result }]) => (result === false ? [id] : []))).toEqual([]);
  });
});
