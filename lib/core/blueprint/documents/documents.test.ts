import { parse as parseToml } from "smol-toml";
import { describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import type { Answers } from "../../catalog/answers.ts";
import type { Design } from "../../design/design.ts";
import { tools } from "../versions.ts";
import { ACTIONS } from "./actions.ts";
import { auditWorkflow, ciWorkflow } from "./ci.ts";
import { compose } from "./compose.ts";
import { dependabot } from "./dependabot.ts";
import { designWith, libraryAnswers, MANAGERS, samples, serviceAnswers } from "./designs.fixture.ts";
import { devcontainer, devcontainerCompose } from "./devcontainer.ts";
import { dockerfile } from "./dockerfile.ts";
import { envExample } from "./dotenv.ts";
import { editorconfig, gitignore } from "./ignore.ts";
import { preCommit } from "./pre-commit.ts";
import { pyproject } from "./pyproject.ts";

const yamlDocuments: Readonly<Record<string, (design: Design) => string>> = {
  ciWorkflow,
  auditWorkflow,
  compose,
  dependabot,
  devcontainerCompose,
  preCommit,
};

/** Texts that would act if any of them reached a document unencoded. */
const HOSTILE = `"]\n[tool.evil] x = '''"""\` $(id) \${{ github.token }} \${X} %s {{ x }} <!-- \\ # & *`;

const withTexts = (answers: Answers, text: string, manager: (typeof MANAGERS)[number]): Design =>
  designWith(answers, {
    intake: { description: text, author: text, non_goals: [text] },
    architecture: { dependency_manager: manager },
  });

/** The shape of a parsed document: every string that holds a person's text becomes the same mark. */
const shape = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === "string" ? "text" : inner));

describe.each(samples)("$name", ({ design }) => {
  test("every YAML document reads back under YAML 1.1 and 1.2 alike", () => {
    for (const [name, write] of Object.entries(yamlDocuments)) {
      const text = write(design);
      expect(parseYaml(text), name).toBeTypeOf("object");
      expect(parseYaml(text.replace(/^on:/m, '"on":'), { version: "1.1" }), name).toEqual(parseYaml(text));
    }
  });

  test("actions are pinned by commit with their version beside them, and scripts hold no expression", () => {
    for (const text of [ciWorkflow(design), auditWorkflow(design)]) {
      for (const [, name, sha, tag] of text.matchAll(/uses: (\S+?)@(\S+) # (\S+)/g)) {
        expect(ACTIONS[name as keyof typeof ACTIONS]).toEqual({ sha, tag });
      }
      expect(text.match(/uses: /g)?.length).toBe(text.match(/uses: \S+@[0-9a-f]{40} # v/g)?.length);
      for (const job of Object.values(parseYaml(text).jobs) as { steps: { run?: string }[]; permissions: object }[]) {
        expect(Object.values(job.permissions)).toEqual(expect.not.arrayContaining(["write"]));
        for (const { run = "" } of job.steps) expect(run).not.toContain("${{");
      }
    }
  });

  test("no step installs uv through pip, except to compile requirements by hand", () => {
    expect(ciWorkflow(design)).not.toMatch(/^\s*(?:- )?run: .*pip install uv/m);
  });

  test("the gate needs every other job", () => {
    const { jobs } = parseYaml(ciWorkflow(design));
    expect(jobs.required.needs).toEqual(Object.keys(jobs).filter((id) => id !== "required"));
  });

  test("pyproject.toml names the project, a dev group of all groups, and the backend of its manager", () => {
    const parsed = parseToml(pyproject(design));
    const groups = parsed["dependency-groups"] as Record<string, unknown[]>;
    expect(parsed.project).toMatchObject({
      name: design.repositoryName,
      "requires-python": `>=${design.floor.text}`,
      readme: "README.md",
    });
    expect(groups.dev).toEqual(
      Object.keys(groups)
        .filter((name) => name !== "dev")
        .map((name) => ({ "include-group": name })),
    );
    expect((parsed["build-system"] as { requires: string[] }).requires).toHaveLength(1);
  });

  test("the linter has one version in the lint group and in the hooks", () => {
    expect(pyproject(design)).toContain(`"ruff==${tools.ruff}"`);
    expect(preCommit(design)).toContain(`rev: v${tools.ruff}`);
  });

  test("the development container is JSON and the Dockerfile ends without root", () => {
    expect(JSON.parse(devcontainer(design))).toMatchObject({ name: design.repositoryName, remoteUser: "vscode" });
    const lines = dockerfile(design).split("\n");
    expect(lines.filter((line) => line.startsWith("USER ")).at(-1)).toBe("USER 10001:10001");
    expect(lines.filter((line) => line.startsWith("FROM ")).every((line) => /:3\.\d+-slim-/.test(line))).toBe(true);
  });
});

describe.each(MANAGERS)("a person's words with %s", (manager) => {
  test.each([
    ["service", serviceAnswers],
    ["library", libraryAnswers],
  ] as const)("change nothing but literals in a %s", (_, answers) => {
    const [hostile, plain] = [withTexts(answers, HOSTILE, manager), withTexts(answers, "x", manager)];
    expect(shape(parseToml(pyproject(hostile)))).toBe(shape(parseToml(pyproject(plain))));
    const silent = { ...yamlDocuments, dockerfile, devcontainer, envExample, gitignore, editorconfig };
    for (const [name, write] of Object.entries(silent)) expect(write(hostile), name).toBe(write(plain));
  });
});

test("a library never caps what it needs at run time, and a service without a lock caps FastAPI's minor", () => {
  const service = (manager: (typeof MANAGERS)[number]) =>
    pyproject(designWith(serviceAnswers, { architecture: { dependency_manager: manager } }));
  expect(service("uv")).toContain('"fastapi>=0.141,<1"');
  expect(service("pip_pyproject")).toMatch(/"fastapi>=0\.\d+\.\d+,<0\.\d+"/);
});

test("a closed licence keeps the package off every index", () => {
  const text = pyproject(designWith(serviceAnswers, { intake: { licence: "proprietary" } }));
  expect(parseToml(text)).toMatchObject({ project: { license: "LicenseRef-Proprietary" } });
  expect(text).toContain("Private :: Do Not Upload");
});

test("without tests, CI imports the package instead of failing on an empty test run", () => {
  const text = ciWorkflow(designWith(serviceAnswers, { architecture: { testing: "none" } }));
  expect(text).not.toContain("pytest");
  expect(text).toContain('python -c "import ');
});
