import { expect, test } from "vitest";
import { sortImports } from "#lib/core/blueprint/python/sort-imports.ts";

test("modules of the own package are sorted whatever a resource is called", () => {
  const text = [
    "from pkg.domain.room import Room",
    "from pkg.domain.errors import (",
    "    ConflictError,",
    ")",
    "",
    "x = 1",
  ].join("\n");
  expect(sortImports(text)).toBe(
    [
      "from pkg.domain.errors import (",
      "    ConflictError,",
      ")",
      "from pkg.domain.room import Room",
      "",
      "x = 1",
    ].join("\n"),
  );
});

test("plain imports go first, numbers count as numbers, and sections stay apart", () => {
  const text = [
    "from a.room10 import b",
    "from a.room2 import b",
    "import z",
    "",
    "from .x import y",
    "from ..x import y",
  ].join("\n");
  expect(sortImports(text)).toBe(
    ["import z", "from a.room2 import b", "from a.room10 import b", "", "from ..x import y", "from .x import y"].join(
      "\n",
    ),
  );
});

test("nested imports and other lines are left alone", () => {
  const text = ["def f() -> None:", "    from b import c", "    from a import c", "important = 1"].join("\n");
  expect(sortImports(text)).toBe(text);
});
