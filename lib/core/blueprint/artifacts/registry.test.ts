import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { artifacts } from "./index.ts";

const HERE = import.meta.dirname;
const sources = readdirSync(HERE).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));

test("every artifact that is declared is in the registry, once", () => {
  const declared = sources.flatMap((name) => {
    const text = readFileSync(join(HERE, name), "utf8");
    return [...text.matchAll(/^\s*id: "([^"]+)",$/gm)].map((match) => match[1] as string);
  });
  const registered = artifacts.map(({ id }) => id);
  expect(registered.filter((id, index) => registered.indexOf(id) !== index)).toEqual([]);
  expect(declared.filter((id) => !registered.includes(id))).toEqual([]);
  expect(declared.length).toBeGreaterThan(40);
});

test("an artifact builds only on artifacts that exist", () => {
  const known = new Set(artifacts.map(({ id }) => id));
  expect(
    artifacts.flatMap(({ id, after }) => after.filter((one) => !known.has(one)).map((one) => `${id} -> ${one}`)),
  ).toEqual([]);
});
