import { expect, test } from "vitest";
import { modulesProblems } from "./module-problems.ts";

const api = "def quote(nights: int) -> int: ...";
const told = (name: string, stub = api, purpose = "Price a stay") =>
  modulesProblems([{ name, purpose, api: stub }], "m", {
    intake: { package_name: "clinic" },
    structure: { resources: [{ name: "Slot", plural: "slots", fields: [] }] },
  }).map(({ path, code }) => `${path} ${code}`);

test("a module has a name of its own, apart from Python's, the package's and the resources'", () => {
  expect(told("pricing")).toEqual([]);
  for (const name of ["json", "class", "settings", "test_x", "slot", "slots", "clinic", "Pricing", "con", "a-b", ""])
    expect(told(name), name).toHaveLength(1);
});

test("its purpose is one line and its API is Python, with the line that is not", () => {
  expect(told("pricing", api, "two\nlines")).toEqual(["m[0].purpose line_break"]);
  expect(told("pricing", "  ")).toEqual(["m[0].api empty"]);
  expect(told("pricing", `${api}\ndef broken(:`)[0]).toMatch(/^m\[0\]\.api /);
  const problems = modulesProblems([{ name: "pricing", purpose: "x", api: `${api}\n\ndef broken(:` }], "m", {});
  expect(problems[0]?.message).toMatch(/[Ll]ine 3/);
});

test("two modules do not share a name", () => {
  const twice = modulesProblems(
    [
      { name: "pricing", purpose: "x", api },
      { name: "pricing", purpose: "y", api },
    ],
    "m",
    {},
  );
  expect(twice.map(({ path, code }) => `${path} ${code}`)).toContain("m[1].name repeated");
});

test("stubs that are made to keep a parser busy are refused before it starts", () => {
  const many = (stub: string, count: number) =>
    modulesProblems(
      Array.from({ length: count }, (_, index) => ({ name: `part_${index}`, purpose: "x", api: stub })),
      "m",
      {},
    ).map(({ path, code }) => `${path} ${code}`);
  expect(many("(".repeat(7000), 1)).toEqual(["m[0].api too_deep"]);
  expect(many("# x\n".repeat(1900), 12)).toEqual(["m too_large"]);
  expect(many("def f(:", 12)).toHaveLength(3);
  expect(many(`def f(${"a, ".repeat(1000)}) -> int: ...`, 1).length).toBeLessThan(25);
});
