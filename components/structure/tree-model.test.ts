import fc from "fast-check";
import { expect, test } from "vitest";
import { added, relocated, removed, target, treeRows } from "./tree-model.ts";

const NONE = new Set<string>();
const generated = [
  { path: "src/app/main.py", purpose: "Starts it" },
  { path: "pyproject.toml", purpose: "" },
];

test("folders come before files and own entries are told from generated ones", () => {
  const rows = treeRows(generated, ["src/notes.md", "data/"], NONE);
  expect(rows.map(({ path, own }) => [path, own])).toEqual([
    ["data", true],
    ["src", false],
    ["src/app", false],
    ["src/app/main.py", false],
    ["src/notes.md", true],
    ["pyproject.toml", false],
  ]);
});

test("own entries stay one's own once the design has their files", () => {
  const design = [...generated, { path: "data/.gitkeep", purpose: "" }, { path: "notes.md", purpose: "" }];
  const rows = treeRows(design, ["data/", "notes.md"], NONE);
  expect(rows.filter(({ own }) => own).map(({ path }) => path)).toEqual(["data", "notes.md"]);
  expect(rows.map(({ path }) => path)).not.toContain("data/.gitkeep");
});

test("a closed folder hides what is in it", () => {
  expect(treeRows(generated, [], new Set(["src"])).map(({ path }) => path)).toEqual(["src", "pyproject.toml"]);
});

test("renaming a folder takes along what is in it and nothing that only begins alike", () => {
  expect(relocated(["data/a.csv", "data/", "database.md"], "data", "fixtures")).toEqual([
    "fixtures/a.csv",
    "fixtures/",
    "database.md",
  ]);
});

test("removing the last file of an own folder leaves the folder", () => {
  expect(removed(["data/a.csv", "notes.md"], "data/a.csv")).toEqual(["notes.md", "data/"]);
  expect(removed(["data/a.csv", "notes.md"], "data")).toEqual(["notes.md"]);
});

test("Alt and an arrow move out, into the folder before, and to the neighbouring folder", () => {
  const rows = treeRows([], ["a/", "b/x.md", "c.md"], NONE);
  expect(target(rows, "b/x.md", "ArrowLeft")).toBe("");
  expect(target(rows, "b/x.md", "ArrowUp")).toBe("a");
  expect(target(rows, "c.md", "ArrowRight")).toBe("b");
  expect(target(rows, "c.md", "ArrowLeft")).toBeNull();
});

test("a new entry never takes a name that is there", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("new_file.py", "new_file_2.py", "new_file_3.py")), (names) => {
      const taken = new Set<string>(names);
      expect(taken.has(added(names, "", "file", taken).path)).toBe(false);
    }),
  );
});
