import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFile, lintPython } from "#lib/io/ruff.ts";
import { lintOptions } from "#lib/io/sandbox/lint-options.ts";
import { loadTemplates } from "#lib/io/templates.ts";
import type { Answers } from "../../catalog/answers.ts";
import { arbitraryAnswers } from "../../catalog/arbitrary-answers.ts";
import { designFrom } from "../../design/design.ts";
import { blueprint } from "../blueprint.ts";
import { serviceAnswers } from "../documents/designs.fixture.ts";
import { settingsOf } from "../settings-catalog.ts";

const tools = { templates: loadTemplates().texts, format: formatFile };

/** The service we have templates for, with the names, resources and words of arbitrary answers. */
const services = arbitraryAnswers
  .filter(({ structure }) => structure.resources.length > 0)
  .map(
    ({ intake, structure }): Answers => ({
      ...serviceAnswers,
      intake: {
        ...serviceAnswers.intake,
        package_name: intake.package_name,
        repository_name: intake.repository_name,
        description: intake.description,
      },
      structure: { ...structure, paths: [] },
    }),
  );

test("the source of any service lints clean with its own rules", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(services, (answers) => {
      const design = designFrom(answers);
      const { tasks } = blueprint(design, tools);
      const pyproject = tasks.find(({ path }) => path === "pyproject.toml")?.text ?? "";
      const findings = tasks
        .filter(({ path, text }) => path.startsWith("src/") && path.endsWith(".py") && text !== null)
        .flatMap(({ path, text }) => {
          const options = lintOptions({
            path,
            pyproject,
            packageName: design.packageName,
            floorMinor: design.floor.minor,
          });
          return lintPython(text as string, options).map(
            ({ code, line, message }) => `${path}:${line} ${code} ${message}`,
          );
        });
      expect(findings).toEqual([]);
    }),
    { numRuns: 3 },
  );
});

test("the settings template has every setting of the catalog with the same default", () => {
  const design = designFrom(serviceAnswers);
  const text = blueprint(design, tools).tasks.find(({ path }) => path.endsWith("/settings.py"))?.text ?? "";
  const written = new Map(
    [...text.matchAll(/^ {4}(\w+): [^=\n]+?(?: = (.+))?$/gm)].map(([, name, value = ""]) => {
      const plain = /default=([^,)]+)/.exec(value)?.[1] ?? value;
      return [name as string, plain.replaceAll("_", "").replaceAll('"', "")];
    }),
  );
  const expected = settingsOf(design).map((setting) => [setting.name, (setting.default ?? "").replaceAll("_", "")]);
  expect(expected.map(([name]) => [name, written.get(name as string)])).toEqual(expected);
});

test("every file of a service says which decisions caused it and builds on files of the plan", () => {
  const { tasks } = blueprint(designFrom(serviceAnswers), tools);
  const source = tasks.filter(({ path }) => path.startsWith("src/"));
  const paths = new Set(tasks.map(({ path }) => path));
  expect(source.length).toBeGreaterThan(35);
  expect(source.filter(({ because, after }) => because.length === 0 || after.some((path) => !paths.has(path)))).toEqual(
    [],
  );
});
