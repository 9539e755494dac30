import fc from "fast-check";
import { expect, test } from "vitest";
import { type Example, examples } from "../../catalog/examples.ts";
import { type Design, designFrom } from "../../design/design.ts";
import { type Outline, outline, signature } from "../../python/outline.ts";
import { moduleProblems } from "../../python/stub-problems.ts";
import { STUB_ZOO } from "../../python/stub-zoo.fixture.ts";
import { packageValues } from "./library-package.ts";
import { moduleContractValues } from "./module-contract.ts";
import { draftOutline } from "./module-outline.ts";
import { moduleStubValues } from "./module-stub.ts";
import { moduleUsageValues } from "./module-usage.ts";

const library = examples.find(({ id }) => id === "tidewindow") as Example;

function designWith(...modules: readonly { name: string; purpose?: string; api: string }[]): Design {
  const { structure, ...rest } = library.answers;
  return designFrom({
    ...rest,
    structure: { ...structure, resources: [], modules: modules.map((module) => ({ purpose: "A module", ...module })) },
  });
}

const draftOf = (design: Design, index = 0): string => {
  const values = moduleStubValues(design, design.modules[index] as never);
  return [values.docstring, values.imports, values.all, values.declarations]
    .flatMap((lines) => [...(lines as string[]), ""])
    .join("\n");
};

/** Names with their signatures; classes with bases and members. */
const shape = ({ items }: Outline): string[] =>
  items.flatMap((item) => {
    if (item.kind === "function") return [signature(item)];
    if (item.kind === "constant") return [`${item.name}: ${item.annotation} = ${item.value}`];
    return [
      `class ${item.name}${item.typeParameters ?? ""}(${item.bases.join(", ")})`,
      ...item.attributes.map(({ name, annotation, value }) => `${item.name}.${name}: ${annotation} = ${value}`),
      ...item.methods.map((method) => `${item.name}: ${signature(method)}`),
    ];
  });

test("a draft holds the declared names and signatures, every name imported once", () => {
  const design = designWith(...STUB_ZOO);
  for (const [index, module] of design.modules.entries()) {
    const read = outline(draftOf(design, index));
    expect(read.faults).toEqual([]);
    const expected = shape(draftOutline(design, module));
    expect(shape(read)).toEqual(expect.arrayContaining(expected));
    const names = read.imports.flatMap((line) => line.names ?? []);
    expect(new Set(names).size).toBe(names.length);
  }
});

test("every finished part is finished and every other body says that it is not", () => {
  const draft = draftOf(
    designWith({ name: "shop", api: "class P(Protocol):\n    def f(self) -> int: ...\ndef g() -> int: ..." }),
  );
  expect(draft.match(/raise NotImplementedError/g)).toHaveLength(1);
  expect(draft).toContain('message = "tidewindow.shop.g is not written yet"');
  expect(draft).toContain("Unfinished:");
});

test("exceptions of a library get the package's base exception, and keep their own", () => {
  const draft = draftOf(
    designWith({
      name: "shop",
      api: "class A1Error(Exception): ...\nclass A2Error(A1Error): ...\nclass A3Error(ValueError): ...",
    }),
  );
  expect(draft).toContain("class A1Error(TidewindowError):");
  expect(draft).toContain("class A2Error(A1Error):");
  expect(draft).toContain("class A3Error(TidewindowError, ValueError):");
});

test("the agreement in the contract test is the declared surface", () => {
  const design = designWith(...STUB_ZOO);
  for (const module of design.modules) {
    const { agreement } = moduleContractValues(design, module);
    const text = (agreement as string[])
      .slice(1, -1)
      .join("\n")
      .replaceAll('\\"\\"\\"', '"""')
      .replaceAll("\\\\", "\\");
    expect(shape(outline(text))).toEqual(shape(draftOutline(design, module)));
  }
});

test("a typing test calls as declared: positions before the star, names behind it", () => {
  const design = designWith({
    name: "shop",
    api: "def sell(a: int, /, b: str = 'x', *rest: int, c: bool, **more: str) -> list[int]: ...",
  });
  const values = moduleUsageValues(design, design.modules[0] as never);
  expect((values?.usages as readonly string[] | undefined)?.join("\n")).toContain(
    "assert_type(module.sell(a, b, *rest, c=c, **more), list[int])",
  );
  expect(values?.imports).toEqual(["from typing import assert_type", "", "from tidewindow import shop as module"]);
});

test("a name that two modules declare, or that would hide a module, is not re-exported", () => {
  const design = designWith(
    { name: "buy", api: "def price() -> int: ...\ndef sell() -> int: ..." },
    { name: "sell", api: "def price() -> int: ...\ndef offer() -> int: ...\ndef logging() -> int: ..." },
  );
  const { exports, all } = packageValues(design);
  expect(exports).toEqual(["from tidewindow.errors import TidewindowError", "from tidewindow.sell import offer"]);
  expect(all).toEqual(['__all__ = ["TidewindowError", "__version__", "offer"]']);
});

interface MadeFunction {
  name: string;
  async: boolean;
  returns: string;
  parameters: { name: string; type: string; kind: string }[];
}

test("random complete signatures are taken and drafted as declared", () => {
  const type = fc.constantFrom(
    "int",
    "str | None",
    "list[Decimal]",
    "Callable[[int], str]",
    "dict[str, list[datetime]]",
    "tuple[UUID, ...]",
  );
  const name = fc.constantFrom("alpha", "beta", "gamma", "delta", "epsilon", "zeta");
  const plain = fc.record({ name, type, kind: fc.constantFrom("plain", "keyword", "defaulted") });
  const made = fc.record({
    name,
    async: fc.boolean(),
    returns: type,
    parameters: fc.uniqueArray(plain, { selector: (one) => one.name }),
  });
  const text = ({ name: called, async, returns, parameters }: MadeFunction): string => {
    const of = (kind: string) => parameters.filter((one) => one.kind === kind).map((one) => `${one.name}: ${one.type}`);
    const defaulted = parameters.filter((one) => one.kind === "defaulted").map((one) => `${one.name}: str = "a"`);
    const keyword = of("keyword");
    const all = [...of("plain"), ...defaulted, ...(keyword.length > 0 ? ["*", ...keyword] : [])];
    return `${async ? "async " : ""}def ${called}(${all.join(", ")}) -> ${returns}: ...`;
  };
  fc.assert(
    fc.property(fc.uniqueArray(made, { minLength: 1, selector: (one) => one.name }), (functions) => {
      const api = functions.map(text).join("\n");
      expect(
        moduleProblems([{ name: "shop", api }], { packageName: "tidewindow", shell: "library", resources: [] }),
      ).toEqual([]);
      expect(shape(outline(draftOf(designWith({ name: "shop", api }))))).toEqual(shape(outline(api)));
    }),
    { numRuns: 60 },
  );
});
