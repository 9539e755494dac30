import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { pyproject } from "#lib/core/blueprint/documents/pyproject.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { designFrom } from "#lib/core/design/design.ts";
import { ruffVersion } from "#lib/io/ruff.ts";
import { LOCK, REQUIREMENTS, sandboxRequirements } from "./sandbox-requirements.ts";

const named = (line: string) =>
  /^[A-Za-z0-9_.-]+/
    .exec(line)![0]
    .toLowerCase()
    .replaceAll(/[-_.]+/g, "-");
const locked = new Map(
  [...readFileSync(LOCK, "utf8").matchAll(/^([a-z0-9-]+)==(\S+)/gm)].map(([, name, version]) => [name!, version!]),
);

test("what the image holds is what the templates may ask for (npm run docs writes it)", () => {
  expect(readFileSync(REQUIREMENTS, "utf8")).toBe(sandboxRequirements());
});

test("all of it is locked, with a hash (node scripts/sandbox-requirements.ts --lock)", () => {
  const asked = sandboxRequirements().trim().split("\n").slice(1);
  expect(asked.map(named).filter((name) => !locked.has(name))).toEqual([]);
  for (const line of asked.filter((one) => one.includes("==")))
    expect(`${named(line)}==${locked.get(named(line))}`).toBe(`${named(line)}==${line.split("==")[1]}`);
  const text = readFileSync(LOCK, "utf8");
  expect(text.match(/^[a-z].*(?<!\\)$/gm) ?? []).toEqual([]);
  expect(text).not.toMatch(/https?:\/\//);
});

test("one version of the linter judges in both sandboxes", () => {
  expect(locked.get("ruff")).toBe(ruffVersion());
});

test("the types that are read beforehand are asked for as repositories ask", () => {
  const read = (text: string) => (parse(text) as { tool: { mypy: Record<string, unknown> } }).tool.mypy;
  const seed = read(readFileSync(join(import.meta.dirname, "../sandbox/mypy/strict.toml"), "utf8"));
  const { files: _, python_version: __, plugins, ...repository } = read(pyproject(designFrom(examples[0]!.answers)));
  expect(repository).toEqual(seed);
  expect(plugins).toEqual(["pydantic.mypy"]);
});
