import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFile, lintPython } from "#lib/io/ruff.ts";
import { lintOptions } from "#lib/io/sandbox/lint-options.ts";
import { loadTemplates } from "#lib/io/templates.ts";
import type { Answers } from "../../catalog/answers.ts";
import { arbitraryAnswers } from "../../catalog/arbitrary-answers.ts";
import { type Example, examples } from "../../catalog/examples.ts";
import { designFrom } from "../../design/design.ts";
import { outline } from "../../python/outline.ts";
import { moduleProblems } from "../../python/stub-problems.ts";
import { STUB_ZOO } from "../../python/stub-zoo.fixture.ts";
import { blueprint, type Task } from "../blueprint.ts";
import { stubProject } from "../python/module-outline.ts";

const tools = { templates: loadTemplates().texts, format: formatFile };
const { answers: sample } = examples.find(({ id }) => id === "tidewindow") as Example;

/** The sample library with the names, words and modules of arbitrary answers. */
const libraries = arbitraryAnswers.map(
  ({ intake, structure }): Answers => ({
    ...sample,
    intake: {
      ...sample.intake,
      package_name: intake.package_name,
      repository_name: intake.repository_name,
      description: intake.description,
    },
    structure: {
      ...sample.structure,
      modules: [...STUB_ZOO, ...structure.modules.filter(({ name }) => !/shapes|drawing|tests_of|errors/.test(name))],
    },
  }),
);

const python = (tasks: readonly Task[]) => tasks.filter(({ path, text }) => path.endsWith(".py") && text !== null);

test("every Python file of any library lints clean with its own rules", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(libraries, (answers) => {
      const design = designFrom(answers);
      fc.pre(moduleProblems(answers.structure.modules, stubProject(design)).length === 0);
      const { tasks } = blueprint(design, tools);
      const pyproject = tasks.find(({ path }) => path === "pyproject.toml")?.text ?? "";
      const findings = python(tasks).flatMap(({ path, text }) => {
        const { packageName, floor } = design;
        const options = lintOptions({ path, pyproject, packageName, floorMinor: floor.minor });
        return lintPython(text as string, options).map(
          ({ code, line, message }) => `${path}:${line} ${code} ${message}`,
        );
      });
      expect(findings).toEqual([]);
    }),
    { numRuns: 3 },
  );
});

test("module drafts are the only unfinished files of the sample library, and all its files have drafts", () => {
  const { tasks, gaps } = blueprint(designFrom(sample), tools);
  expect(gaps).toEqual([]);
  expect(tasks.filter(({ text }) => text === null)).toEqual([]);
  expect(tasks.filter(({ unfinished }) => unfinished).map(({ path }) => path)).toEqual(
    sample.structure.modules.map(({ name }) => `src/tidewindow/${name}.py`),
  );
});

test("templates of Python read without a fault before they are filled", () => {
  const templates = [...loadTemplates().texts].filter(([path]) => /^(library|module)\/.*\.py$/.test(path));
  expect(templates.length).toBeGreaterThan(15);
  for (const [path, text] of templates) expect([path, outline(text).faults]).toEqual([path, []]);
});

test("a library at a tier for closed circles has no community files", () => {
  const { tasks } = blueprint(designFrom({ ...sample, intake: { ...sample.intake, tier: 3 } }), tools);
  const paths = tasks.map(({ path }) => path);
  expect(paths.filter((path) => /ISSUE_TEMPLATE|CODE_OF_CONDUCT|CONTRIBUTING|release\.yml/.test(path))).toEqual([]);
});

test("resources in a library are a gap that the plan names, not something it forgets", () => {
  const resources = [{ name: "Gauge", plural: "gauges", fields: [{ name: "code", type: "str" as const }] }];
  const { gaps } = blueprint(designFrom({ ...sample, structure: { ...sample.structure, resources } }), tools);
  expect(gaps.map(({ decision }) => decision)).toEqual(["structure.resources"]);
});
