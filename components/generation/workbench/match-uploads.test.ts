import fc from "fast-check";
import { expect, test } from "vitest";
import { matchUpload } from "./match-uploads.ts";

const PLAN = [
  "README.md",
  "src/shop/__init__.py",
  "src/shop/db/__init__.py",
  "src/shop/db/base.py",
  "src/shop/api/schemas/base.py",
  "src/shop/settings.py",
];

test("a file finds its place by name alone where only one has it, and by its folders where several do", () => {
  expect(matchUpload("settings.py", PLAN).path).toBe("src/shop/settings.py");
  expect(matchUpload("out/shop/db/base.py", PLAN).path).toBe("src/shop/db/base.py");
  expect(matchUpload("C:\\work\\src\\shop\\db\\__init__.py", PLAN).path).toBe("src/shop/db/__init__.py");
  expect(matchUpload("README.md", PLAN).path).toBe("README.md");
});

test("a name that several files have is left to the person, and so is one that none has", () => {
  expect(matchUpload("base.py", PLAN)).toEqual({
    path: null,
    candidates: ["src/shop/db/base.py", "src/shop/api/schemas/base.py"],
  });
  expect(matchUpload("notes.txt", PLAN)).toEqual({ path: null, candidates: [] });
});

test("the whole path of a planned file always leads to that file", () => {
  const name = fc.stringMatching(/^[a-z_]{1,6}$/);
  const paths = fc.uniqueArray(
    fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/")),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(paths, (plan) => {
      for (const path of plan) expect(matchUpload(path, plan).path).toBe(path);
    }),
  );
});
