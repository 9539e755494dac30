import fc from "fast-check";
import { expect, test } from "vitest";
import { outline } from "../python/outline.ts";
import { contractFindings } from "./contract.ts";

const SOURCE = `"""Stays."""

from enum import StrEnum

__all__ = ["LIMIT", "Stay", "State", "quote"]

LIMIT: int = 30


class State(StrEnum):
    HELD = "held"
    CONFIRMED = "confirmed"


class Stay(Base):
    """One stay."""

    nights: int
    note: str | None = None

    def __init__(self, nights: int) -> None:
        self.nights = nights

    @property
    def price(self) -> int:
        return self.nights

    async def confirm(self, at: datetime, *, by: str = "desk", **extra: object) -> "Stay":
        return self

    def _hidden(self) -> None: ...


def quote(nights: int, /, *rates: int, currency: str = "EUR") -> int:
    """The price of a stay."""
    return nights
`;
const contract = outline(SOURCE);
const findings = (text: string) => contractFindings(contract, outline(text));
const changed = (from: string, to: string) => {
  expect(SOURCE).toContain(from);
  return findings(SOURCE.replace(from, () => to)).filter(({ severity }) => severity !== "advisory");
};

const BROKEN: [what: string, from: string, to: string, code: string, line: number, mend: string][] = [
  ["a function under another name", "def quote(", "def price(", "contract-missing", 1, "def quote("],
  ["a parameter under another name", "nights: int, /", "count: int, /", "contract-signature", 34, "nights: int, /"],
  ["another annotation", "*rates: int", "*rates: str", "contract-signature", 34, "*rates: int"],
  ["another kind of parameter", "*, by: str", "by: str", "contract-signature", 28, "*, by: str"],
  ["a default that is gone", 'currency: str = "EUR"', "currency: str", "contract-signature", 34, "currency: str"],
  ["a new parameter", "at: datetime, *", "at: datetime, where: str, *", "contract-signature", 28, "confirm"],
  [
    "another result",
    "-> int:\n        return self.nights",
    "-> str:\n        return self.nights",
    "contract-signature",
    25,
    "price",
  ],
  ["a method that no longer waits", "async def confirm", "def confirm", "contract-signature", 28, "async def confirm"],
  ["a property that became a method", "    @property\n", "", "contract-signature", 24, "@property"],
  [
    "a missing method",
    "def __init__(self, nights: int)",
    "def _init(self, nights: int)",
    "contract-missing",
    15,
    "__init__",
  ],
  ["a missing attribute", "    nights: int\n", "", "contract-missing", 15, "nights: int"],
  ["an attribute of another type", "note: str | None", "note: str", "contract-annotation", 19, "str | None"],
  ["a missing member of an enumeration", '    CONFIRMED = "confirmed"\n', "", "contract-missing", 10, "CONFIRMED"],
  ["a class with another base", "class Stay(Base)", "class Stay", "contract-bases", 15, "class Stay(Base)"],
  ["a constant of another type", "LIMIT: int", "LIMIT: float", "contract-annotation", 7, "int"],
  [
    "a class that became a function",
    'class State(StrEnum):\n    HELD = "held"\n    CONFIRMED = "confirmed"',
    "def State(): ...",
    "contract-kind",
    10,
    "class State(StrEnum)",
  ],
  ["a name that __all__ leaves out", ', "quote"]', "]", "contract-all", 5, "quote"],
  ["no __all__", '__all__ = ["LIMIT", "Stay", "State", "quote"]\n', "", "contract-all", 1, "__all__ = ["],
];

test.each(BROKEN)("%s is found, at its line, with the code that mends it", (_, from, to, code, line, mend) => {
  const found = changed(from, to);
  expect(found.map((one) => [one.code, one.line])).toContainEqual([code, line]);
  expect(found.find((one) => one.code === code)?.mend).toContain(mend);
});

const KEPT: [what: string, from: string, to: string][] = [
  ["another value of a default", '"EUR"', '"CHF"'],
  ["another value of a constant", "= 30", "= 60"],
  ["an annotation in quotes", '-> "Stay"', "-> Stay"],
  ["another body", "return nights", "return nights * LIMIT"],
  ["another order", "    nights: int\n    note: str | None = None", "    note: str | None = None\n    nights: int"],
  ["a private method that is gone", "    def _hidden(self) -> None: ...\n", ""],
  ["a decorator that changes no call", "def quote(", "@cache\ndef quote("],
];

test.each(KEPT)("%s keeps the contract", (_, from, to) => {
  expect(changed(from, to)).toEqual([]);
});

test("a name beyond the contract is mentioned and fails nothing", () => {
  const text = SOURCE.replace('"quote"]', '"quote", "more"]').concat("\n\ndef more() -> None: ...\n");
  expect(findings(text).map(({ code, severity, line }) => [code, severity, line])).toEqual([
    ["contract-extra", "advisory", 39],
  ]);
});

test("one of several overloads is enough for each of the contract's", () => {
  const two = "@overload\ndef f(a: int) -> int: ...\n@overload\ndef f(a: str) -> str: ...\ndef f(a):\n    return a\n";
  expect(contractFindings(outline(two), outline(two))).toEqual([]);
  expect(contractFindings(outline(two), outline(two.replace("a: str", "b: str"))).length).toBe(1);
});

const name = fc
  .stringMatching(/^[a-z][a-z0-9]{2,8}$/)
  .filter((one) => !/^(def|for|int|str|not|and|try|del|nonlocal)$/.test(one));
const parameters = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });

test("whatever the function, renaming any of its parameters breaks the contract", () => {
  fc.assert(
    fc.property(name, parameters, fc.nat(3), fc.boolean(), (own, list, at, typed) => {
      const write = (names: readonly string[]) =>
        `def ${own}(${names.map((one) => (typed ? `${one}: int` : one)).join(", ")}): ...\n`;
      const other = list.map((one, index) => (index === at % list.length ? `${one}_x` : one));
      const before = outline(write(list));
      return (
        contractFindings(before, before).length === 0 && contractFindings(before, outline(write(other))).length === 1
      );
    }),
  );
});

test("removing any public statement of the contract's source is found", () => {
  const blocks = SOURCE.split(/\n\n\n/).slice(1);
  for (const block of blocks) expect(findings(SOURCE.replace(block, "")).length).toBeGreaterThan(0);
});
