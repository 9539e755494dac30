import fc from "fast-check";
import { expect, test } from "vitest";
import { outline, publicNames, signature } from "./outline.ts";

const SOURCE = `"""Doc."""
from collections.abc import (
    Iterator,  # why
    Mapping as M,
)
import os.path, sys as s
from . import sibling
__all__ = ["Foo", 'f']
LIMIT: Final[int] = 3
_hidden = 1

@dataclass(frozen=True)
class Foo[T](Base, metaclass=Meta):
    """Say."""
    a: int
    b: str = "x,y"
    @property
    def p(self) -> int: ...
    async def m(self, x: int, /, y: str = "a, b", *args: int, k: dict[str, int] = {}, **kw: object) -> dict[str, int]:
        import json
        return {}

def f[T](a, *, b=1) -> T: ...
`;

test("an outline lists functions, classes, constants and imports with their signatures", () => {
  const found = outline(SOURCE);
  expect(found.faults).toEqual([]);
  expect(found.docstring).toBe(true);
  expect(publicNames(found)).toEqual(["Foo", "f"]);
  expect(found.items.map((item) => item.name)).toEqual(["LIMIT", "_hidden", "Foo", "f"]);
  expect(found.imports.map(({ module, names, nested }) => [module, names, nested])).toEqual([
    ["collections.abc", ["Iterator", "Mapping"], false],
    ["os.path", undefined, false],
    ["sys", undefined, false],
    [".", ["sibling"], false],
    ["json", undefined, true],
  ]);
  const foo = found.items[2];
  if (foo?.kind !== "class") throw new Error("Foo is a class");
  expect(foo.bases).toEqual(["Base", "metaclass=Meta"]);
  expect(foo.attributes.map((attribute) => attribute.name)).toEqual(["a", "b"]);
  expect(foo.methods.map(signature)).toEqual([
    "def p(self) -> int",
    'async def m(self, x: int, /, y: str = "a, b", *args: int, k: dict[str, int] = {}, **kw: object) -> dict[str, int]',
  ]);
  expect(signature(found.items[3] as never)).toBe("def f[T](a, *, b=1) -> T");
});

test("a syntax fault is named by line and column and the rest is still read", () => {
  const found = outline("def good() -> int: ...\n\ndef broken(:\n    pass\n");
  expect(found.items[0]?.name).toBe("good");
  expect(found.faults[0]?.line).toBe(3);
});

test("any text whatever gives an outline without throwing", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(outline(text).items)));
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("def ", "class ", "(", ")", ":", "\n", "    ", "a", ",", "*", "=", "[", '"')),
      (words) => Array.isArray(outline(words.join("")).items),
    ),
  );
});
