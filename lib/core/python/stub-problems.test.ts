import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moduleProblems } from "./stub-problems.ts";
import { STUB_ZOO } from "./stub-zoo.fixture.ts";

const library = { packageName: "tidewindow", shell: "library", resources: [] } as const;
const service = { packageName: "clinic", shell: "service", resources: ["Appointment"] } as const;
const codes = (...stubs: string[]): string[] =>
  moduleProblems(
    stubs.map((api, index) => ({ name: `m${index}`, api })),
    library,
  ).map(({ code }) => code);

test("stubs with nearly everything Python allows are taken", () => {
  expect(moduleProblems(STUB_ZOO, { ...library, packageName: "shape_zoo" })).toEqual([]);
});

test("stubs may name the shell's own types, and types of other modules", () => {
  expect(
    codes("class AError(TidewindowError): ...", "def f() -> A: ...\nclass BError(AError): ...", "class A: ..."),
  ).toEqual([]);
  expect(
    moduleProblems(
      [{ name: "pricing", api: "def quote(of: Appointment) -> Decimal: ...\nclass QuoteError(DomainError): ..." }],
      service,
    ),
  ).toEqual([]);
});

describe("a stub is refused, with the line and a way out, when", () => {
  const refused: [string, string, string][] = [
    ["Python cannot read it", "def f(:", "stub.syntax"],
    ["it declares nothing", '"""Only words."""', "stub.empty"],
    ["a function has code", "def f() -> int:\n    return 1", "stub.statement"],
    ["it holds a loop", "for x in y: pass\ndef f() -> None: ...", "stub.statement"],
    ["a parameter has no type", "def f(x) -> None: ...", "stub.untyped"],
    ["the result has no type", "def f(x: int): ...", "stub.untyped"],
    ["a type is unknown", "def f(x: Frame) -> None: ...", "stub.unknown-name"],
    ["a type is spelled as in old Python", "def f(x: Optional[int]) -> None: ...", "stub.old-spelling"],
    ["a container does not say what it holds", "def f(x: list) -> None: ...", "stub.bare-generic"],
    ["a type is in quotes", 'def f(x: "int") -> None: ...', "stub.quoted"],
    ["a type is Any", "def f(x: Any) -> None: ...", "stub.any"],
    ["a type runs code", "def f(x: print(1)) -> None: ...", "stub.type"],
    ["a union says int or float", "def f(x: int | float) -> None: ...", "stub.union"],
    ["a default calls something", 'def f(x: int = __import__("os").system("id")) -> None: ...', "stub.value"],
    ["a default is shared by all calls", "def f(x: list[int] = []) -> None: ...", "stub.mutable-default"],
    ["a default is None by surprise", "def f(x: int = None) -> None: ...", "stub.none"],
    ["default and type disagree", 'def f(x: int = "1") -> None: ...', "stub.value"],
    ["a password has a default", 'def f(password: str = "hunter2") -> None: ...', "stub.unsafe-value"],
    ["parameters are out of order", "def f(x: int = 1, y: int) -> None: ...", "stub.parameters"],
    ["a parameter comes twice", "def f(x: int, x: int) -> None: ...", "stub.parameters"],
    ["a name is declared twice", "def f() -> int: ...\ndef f() -> str: ...", "stub.twice"],
    ["an overload stands alone", "@overload\ndef f(x: int) -> int: ...", "stub.overload"],
    ["a mark would run code", "@app.route\ndef f() -> None: ...", "stub.decorator"],
    ["a method has no self", "class A:\n    def f(x: int) -> None: ...", "stub.receiver"],
    ["a member hides a type", "class A:\n    date: date", "stub.shadow"],
    ["a base comes later", "class A(B): ...\nclass B: ...", "stub.order"],
    ["an exception does not say so", "class Broken(Exception): ...", "stub.name"],
    ["a function is in camel case", "def doIt() -> None: ...", "stub.name"],
    ["a name is private", "def _f() -> None: ...", "stub.private"],
    ["a constant has no value", "LIMIT: int", "stub.value"],
    [
      "a field without default follows one with it",
      "@dataclass\nclass A:\n    x: int = 1\n    y: int",
      "stub.parameters",
    ],
    ["it imports a package", "import requests\ndef f() -> None: ...", "stub.import"],
    ["it lists its own names", '__all__ = ["f"]\ndef f() -> None: ...', "stub.all"],
    ["a name hides a built-in one", "def list() -> None: ...", "stub.taken"],
    ["it takes the package's exception", "class TidewindowError(Exception): ...", "stub.taken"],
    ["a name is too long for a line", `def ${"f".repeat(41)}() -> None: ...`, "stub.length"],
  ];
  test.each(refused)("%s", (_, stub, code) => {
    const problems = moduleProblems([{ name: "m0", api: stub }], library);
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const problem of problems) {
      expect(problem.path).toBe("structure.modules.0.api");
      expect(problem.message).toMatch(/^Line \d+: .+\.$/);
      expect(problem.hint).toMatch(/.+[.:)]$/);
    }
  });
});

test("modules that need each other's types are refused, a chain of them is not", () => {
  const a = "class A: ...\ndef f() -> B: ...";
  expect(codes(a, "class B: ...\ndef g() -> A: ...")).toEqual(["stub.cycle", "stub.cycle"]);
  expect(codes(a, "class B: ...\ndef g() -> C: ...", "class C: ...")).toEqual([]);
});

test("a type that two modules declare is refused where a third one uses it", () => {
  expect(codes("class A: ...", "class A: ...", "def f() -> A: ...")).toEqual(["stub.ambiguous"]);
});

test("any text whatever gets an answer", () => {
  const words = fc.constantFrom(
    "def ",
    "class ",
    "@",
    "(",
    ")",
    ":",
    "\n",
    "    ",
    "a",
    "int",
    ",",
    "*",
    "=",
    "[",
    "]",
    '"',
    "->",
    "...",
    "|",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(words), (parts) => Array.isArray(codes(parts.join("")))),
    { numRuns: 60 },
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => codes(text).length > 0),
    { numRuns: 40 },
  );
});
