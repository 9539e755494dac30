import { expect, test } from "vitest";
import { judge } from "#lib/io/sandbox/judge.fixture.ts";
import type { CheckId } from "./check.ts";

const excuses = (text: string, check: CheckId) =>
  judge({ text })
    .findings(check)
    .filter(({ code }) => code.startsWith("excused"))
    .map(({ line, mend }) => [line, Boolean(mend)]);

test.each([
  ["a formatter that is switched off", "X = 1\n# fmt: off\nY = { 'a':1 }\n", 2],
  ["a formatter that is switched off again", "# fmt: off\nX = {1:2}\n# fmt: on\nY = 1\n# fmt: off\n", 5],
  ["imports that nobody sorts", "# isort: skip_file\nimport b\nimport a\n", 1],
  ["imports that nobody sorts from here", "# ruff: isort: off\nimport b\nimport a\n", 1],
])("%s does not pass", (_, text, line) => {
  expect(excuses(text, "style")).toEqual([[line, true]]);
});

test.each([
  ["errors that are ignored", "# mypy: ignore-errors\nX: int = 'a'\n", 1],
  ["a rule that is switched off", 'X = 1\n# mypy: disable-error-code="arg-type"\n', 2],
  ["functions without types", "# mypy: allow-untyped-defs\ndef f(a): ...\n", 1],
  ["a function left out", "from typing import no_type_check\n\n@no_type_check\ndef f(a): ...\n", 3],
])("%s is no type check", (_, text, line) => {
  expect(excuses(text, "types")).toEqual([[line, true]]);
});

test.each([
  ["a matrix with a layout of its own", "# fmt: off\nM = (\n    1, 0,\n    0, 1,\n)\n# fmt: on\n"],
  ["one line with a reason", "X = f()  # type: ignore[no-any-return]  # the library says Any\nY = 1  # fmt: skip\n"],
  ["a stricter check", "# mypy: disallow-any-expr, warn-unreachable\nX = 1\n"],
  ["a text that speaks of it", 'X = "# fmt: off and # mypy: ignore-errors"\n'],
])("%s is left alone", (_, text) => {
  expect([...excuses(text, "style"), ...excuses(text, "types")]).toEqual([]);
});

test("a type check of which nothing is excused still has to run", () => {
  expect(judge({ text: "X = 1\n" }).outcomes.find(({ check }) => check === "types")?.status).toBe("skipped");
});
