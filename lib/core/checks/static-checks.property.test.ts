import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "#lib/io/sandbox/judge.fixture.ts";
import { toolbox } from "#lib/wizard/toolbox.ts";
import { coveredDesigns } from "../../../scripts/testing/generated/designs.ts";
import { blueprint } from "../blueprint/blueprint.ts";
import { libraryAnswers, serviceAnswers } from "../blueprint/documents/designs.fixture.ts";
import type { Answers } from "../catalog/answers.ts";
import { designFrom } from "../design/design.ts";
import type { CheckId, FileUnderCheck } from "./check.ts";
import { repositoryUnderCheck } from "./repository-under-check.ts";

const SEED = Number(process.env.PLUMBLINE_SEED ?? 20261121);

function filesOf(answers: Answers): readonly FileUnderCheck[] {
  const design = designFrom(answers);
  const plan = blueprint(design, toolbox());
  const texts = new Map(plan.tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
  return repositoryUnderCheck(design, plan, texts).files;
}

const DESIGNS = [
  ...coveredDesigns("service", serviceAnswers, 15, SEED),
  ...coveredDesigns("library", libraryAnswers, 15, SEED + 1),
];

test("in thirty designs at random no check has anything to say about any file", () => {
  const wrong = DESIGNS.flatMap((answers, index) =>
    filesOf(answers).flatMap((file) =>
      judge(file).outcomes.flatMap(({ check, findings }) =>
        findings.map(({ code, line, message }) => `design ${index}: ${file.path}:${line} ${check} ${code} ${message}`),
      ),
    ),
  );
  expect(DESIGNS.length).toBe(30);
  expect(wrong).toEqual([]);
});

const SERVICE = filesOf(serviceAnswers);
const PYTHON = SERVICE.filter(({ path, text }) => path.endsWith(".py") && text.length > 200);
const anyFile = fc.constantFrom(...PYTHON);
const statuses = (file: FileUnderCheck, without: readonly CheckId[] = []) =>
  judge(file)
    .outcomes.filter(({ check }) => !without.includes(check))
    .map(({ check, status }) => [check, status]);

test("a comment or blank lines at the end change no outcome but that of style", () => {
  fc.assert(
    fc.property(anyFile, fc.constantFrom("# a remark\n", "\n", "\n\n\n# done\n\n"), (file, tail) => {
      expect(statuses({ ...file, text: file.text + tail }, ["style"])).toEqual(statuses(file, ["style"]));
    }),
    { numRuns: 40 },
  );
});

test("the same file has the same outcomes, whatever was read before it", () => {
  fc.assert(
    fc.property(anyFile, anyFile, (file, other) => {
      const first = judge(file).outcomes;
      judge({ ...other, text: `${other.text}\neval(x)\n` });
      expect(judge(file).outcomes).toEqual(first);
    }),
    { numRuns: 20 },
  );
});

test("a secret, an evaluation or a shell is found wherever in a file it stands", () => {
  const bad = fc.constantFrom(
    ["DB_PASSWORD = 'x9Kq72LmPz04RtWv'", "security"],
    ["eval(input())", "security"],
    ["import requests", "imports"],
    ["from os import *", "imports"],
  ) as fc.Arbitrary<[string, CheckId]>;
  fc.assert(
    fc.property(anyFile, bad, fc.nat(), (file, [line, check], where) => {
      const lines = file.text.split("\n");
      const tops = lines.flatMap((text, index) => (/^(?:def|class|@|async def|[A-Z_]+ )/.test(text) ? [index] : []));
      const at = tops.length > 0 ? (tops[where % tops.length] as number) : lines.length;
      // Between decorators and what they decorate, nothing can stand.
      if (/^@/.test(lines[at - 1] ?? "")) return;
      const text = [...lines.slice(0, at), line, ...lines.slice(at)].join("\n");
      const found = judge({ ...file, text }).findings(check);
      expect(found.map((one) => one.line)).toContain(at + 1);
    }),
    { numRuns: 40 },
  );
});

test("no text whatever makes a reader throw", () => {
  const paths = [
    "pyproject.toml",
    "compose.yaml",
    "Dockerfile",
    "README.md",
    ".env.example",
    "Makefile",
    "a.sh",
    "a.json",
    ".github/workflows/a.yml",
    ".pre-commit-config.yaml",
    ".github/dependabot.yml",
    ".devcontainer/devcontainer.json",
  ];
  const shape = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.json(),
    fc
      .array(
        fc.constantFrom(
          "services:",
          "jobs:",
          "  a:",
          "    steps:",
          "      - run: x",
          "on: push",
          "FROM a",
          "RUN <<E",
          "[project]",
          "name = 1",
          "repos:",
          "  - 1",
          "`",
          "[a](b)",
          "updates: [1]",
          "version: 2",
          "null",
          "environment: [1, null]",
          "    needs: [1]",
          "- &a *a",
          "    ports: [{}]",
          "dependencies = [1]",
          "[project.scripts]",
          "a = 1",
        ),
        { maxLength: 12 },
      )
      .map((lines) => lines.join("\n")),
  );
  fc.assert(
    fc.property(fc.constantFrom(...paths), shape, (path, text) => {
      const { outcomes } = judge({ path, text, layer: "none" });
      return outcomes.every(({ findings }) =>
        findings.every(({ line, message }) => message !== "" && (line ?? 1) >= 1),
      );
    }),
    { numRuns: 1500 },
  );
});
