import fc from "fast-check";
import { expect, test } from "vitest";
import { toolbox } from "#lib/wizard/toolbox.ts";
import type { Answers } from "../catalog/answers.ts";
import { arbitraryAnswers } from "../catalog/arbitrary-answers.ts";
import { examples } from "../catalog/examples.ts";
import { designFrom } from "../design/design.ts";
import { brokenDependency } from "../project/plan.ts";
import { blueprint } from "./blueprint.ts";
import { subPrompt } from "./sub-prompt.ts";

const tools = toolbox();
const [service] = examples as [(typeof examples)[number]];

const withPaths = (paths: string[]): Answers => ({
  ...service.answers,
  structure: { ...service.answers.structure, paths },
});

test("a plan never puts a file before one it builds on, names no path twice and ends with the README", () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const { tasks } = blueprint(designFrom(answers), tools);
      expect(brokenDependency(tasks)).toBeNull();
      expect(new Set(tasks.map(({ path }) => path.toLowerCase())).size).toBe(tasks.length);
      expect(tasks.at(-1)?.path).toBe("README.md");
      expect(tasks.map(({ id }) => id)).toEqual(tasks.map((_, index) => `TASK-${String(index + 1).padStart(3, "0")}`));
    }),
    { numRuns: 40 },
  );
});

test("the same design gives the same bytes, and no placeholder is left in them", () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const texts = () => blueprint(designFrom(answers), tools).tasks.map(({ path, text }) => [path, text]);
      const once = texts();
      expect(texts()).toEqual(once);
      // A person may write what looks like a placeholder; it comes through unchanged and fills nothing.
      const theirs = JSON.stringify(answers);
      for (const [path, text] of once)
        for (const [left] of (text ?? "").matchAll(/xx_[A-Za-z0-9_]+?_xx/g)) expect(theirs, path ?? "").toContain(left);
    }),
    { numRuns: 20 },
  );
});

test("whatever a test file takes from beside it can be imported: the file is there, and every folder above it is a package", () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const { tasks } = blueprint(designFrom(answers), tools);
      const paths = new Set(tasks.map(({ path }) => path));
      for (const { path, text } of tasks)
        for (const [, module = ""] of (text ?? "").matchAll(/^from (tests(?:\.\w+)*) import /gm)) {
          const folders = module.split(".").slice(0, -1);
          const needed = [
            ...folders.map((_, depth) => `${folders.slice(0, depth + 1).join("/")}/__init__.py`),
            // pytest takes the folder above the topmost package of a test file for the place of imports.
            `${path.split("/").slice(0, -1).join("/")}/__init__.py`,
          ];
          expect(
            needed.filter((one) => !paths.has(one)),
            `${path} imports ${module}`,
          ).toEqual([]);
        }
    }),
    { numRuns: 60 },
  );
});

test("every task without a draft says which decision has no template yet", () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const { tasks, gaps } = blueprint(designFrom(answers), tools);
      for (const task of tasks.filter(({ text }) => text === null))
        expect(gaps.map(({ message }) => message)).toContain(task.gap);
    }),
    { numRuns: 40 },
  );
});

test("the person's own files and folders are kept, and one that cannot stand beside ours is named", () => {
  const paths = ["data/", "notes/plan.md", "src/clinic_booking/reports/", "src/clinic_booking/reports/daily.py"];
  const { tasks, gaps } = blueprint(designFrom(withPaths([...paths, "README.md", "tests/conftest.py/x.txt"])), tools);
  const found = tasks.filter(({ artifact }) => artifact === "own.path").map(({ path }) => path);
  expect(found.sort()).toEqual(["data/.gitkeep", "notes/plan.md", "src/clinic_booking/reports/daily.py"]);
  expect(gaps.map(({ chosen }) => chosen)).toEqual(["tests/conftest.py/x.txt"]);
});

test("a sub-prompt stands on its own: it names file, contract, checks and neighbours, and leaves nothing open", () => {
  const design = designFrom(service.answers);
  const { tasks } = blueprint(design, tools);
  for (const task of tasks) {
    const text = subPrompt({ design, task, tasks });
    expect(text).toContain(task.path);
    expect(text).not.toMatch(/undefined|\[object|xx_\w+_xx|\n\n\n/);
    expect(text.match(/^## \d+\. /gm)?.length).toBe(10);
  }
});
