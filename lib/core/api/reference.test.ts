import { expect, test } from "vitest";
import { operations } from "./operations/index.ts";
import { problemType } from "./problem.ts";
import { referenceView } from "./reference.ts";
import { schemaEntries, typeWords } from "./schema-entries.ts";

const view = referenceView("http://localhost:3000");

test("the reference holds every operation once, with a command that has an address", () => {
  const shown = view.groups.flatMap(({ operations }) => operations);
  expect(shown.map(({ id }) => id).sort()).toEqual(operations.map(({ id }) => id).sort());
  for (const { command } of shown) expect(command).toMatch(/^curl .*http:\/\/localhost:3000\/api/);
  // zsh looks for files with the name of an address that has parameters and no quotes.
  for (const { command } of shown) expect(command).not.toMatch(/ http[^" ]*\?/);
});

test("what an operation names is explained on the same page", () => {
  const schemas = new Set(view.schemas.map(({ name }) => name));
  const codes = new Set<string>(view.refusals.map(({ code }) => problemType(code)));
  for (const { sends, refusals } of view.groups.flatMap(({ operations }) => operations)) {
    if (sends) expect(schemas).toContain(sends);
    for (const code of refusals) expect(codes).toContain(problemType(code));
  }
  const referred = view.schemas.flatMap(({ entries }) => entries.flatMap(({ refersTo }) => refersTo));
  expect(referred.filter((name) => !schemas.has(name))).toEqual([]);
});

test("a schema reads as flat lines in words", () => {
  const schema = {
    type: "object",
    required: ["a"],
    properties: {
      a: { type: "array", maxItems: 3, items: { type: "object", properties: { b: { enum: ["x", 1] } } } },
      c: { anyOf: [{ $ref: "#/components/schemas/Task" }, { type: "null" }] },
    },
  };
  expect(schemaEntries(schema).map(({ name, type, required }) => [name, type, required])).toEqual([
    ["a", "list of objects, at most 3", true],
    ["a[].b", "one of x, 1", false],
    ["c", "Task or null", false],
  ]);
  expect(typeWords({ type: ["string", "null"], maxLength: 5 })).toBe("text, at most 5 characters or null");
  expect(typeWords({ type: "integer", minimum: 1, maximum: 6 })).toBe("whole number, 1 to 6");
});

test("an object of several kinds reads as one: what each part may be, and which every kind has", () => {
  const kind = (name: string, more: object = {}) => ({
    type: "object",
    required: ["kind", ...Object.keys(more)],
    properties: { kind: { const: name }, ...more },
  });
  const schema = { oneOf: [kind("all"), kind("file", { path: { type: "string" } }), kind("line", { path: {} })] };
  expect(typeWords(schema)).toBe("object");
  expect(schemaEntries(schema).map(({ name, type, required }) => [name, type, required])).toEqual([
    ["kind", '"all" or "file" or "line"', true],
    ["path", "text or any value", false],
  ]);
});
