import type { Design } from "../../design/design.ts";
import type { Values } from "../fill.ts";
import { fieldPython, resolved } from "./field-types.ts";
import { importLines } from "./imports.ts";
import { from, RULES, type Rule } from "./rule-table.ts";

const SAFE_INTEGERS = [
  "# Whole numbers that every JSON client reads back exactly (RFC 8259, section 6).",
  "MIN_INTEGER = -(2**53) + 1",
  "MAX_INTEGER = 2**53 - 1",
];

/** The rules that the fields of a design need; none when no field has limits. */
function rulesOf(design: Design): Rule[] {
  const used = new Set(
    design.resources.flatMap((resource) => resource.fields.flatMap((field) => fieldPython(field, resource).checkNames)),
  );
  return RULES.filter(({ name }) => used.has(name));
}

/** Whether there is anything for `domain/rules.py` to hold. */
export const hasRules = (design: Design): boolean => rulesOf(design).length > 0;

const hasIntegers = ({ resources }: Design): boolean =>
  resources.some(({ fields }) => fields.some(({ type }) => type === "int"));

const spaced = (parts: readonly string[]): string[] =>
  parts.flatMap((code, index) => [...(index === 0 ? [] : ["", ""]), ...code.split("\n")]);

/** The blocks of `domain/rules.py`: only what the fields of this design use. */
export function ruleBlocks(design: Design): Values {
  const rules = rulesOf(design);
  const parts = [...new Set(rules.flatMap((rule) => rule.parts ?? []))];
  const imports = [
    from("{package}.domain.errors", "ConstraintViolationError"),
    ...rules.flatMap((rule) => rule.imports ?? []),
    ...parts.flatMap((part) => part.imports ?? []),
  ];
  const heads = [
    ...(hasIntegers(design) ? [SAFE_INTEGERS] : []),
    ...rules.flatMap(({ heads }) => (heads ? [heads] : [])),
  ];
  return {
    imports: importLines(resolved(imports, design.packageName), design.packageName),
    constants: heads.flatMap((lines, index) => [...(index === 0 ? [] : [""]), ...lines]),
    rules: spaced([...rules, ...parts].map(({ code }) => code)),
  };
}

/** The blocks of `tests/unit/test_rules.py`. */
export function ruleTestBlocks(design: Design): Values {
  const rules = rulesOf(design);
  const cases = (kind: "accepted" | "refused") =>
    rules.flatMap(({ name, test }) => test[kind].map((value) => `    (${test.call ?? `rules.${name}`}, ${value}),`));
  const table = (name: string, lines: readonly string[]) => [
    `${name}: list[tuple[Callable[..., None], Any]] = [`,
    ...lines,
    "]",
  ];
  const imports = [
    from("collections.abc", "Callable"),
    from("typing", "Any"),
    { module: "pytest", alias: "pytest" },
    from("{package}.domain", "rules"),
    from("{package}.domain.errors", "ConstraintViolationError"),
    ...rules.flatMap(({ test }) => test.imports ?? []),
  ];
  return {
    imports: importLines(resolved(imports, design.packageName), design.packageName),
    setup: rules.flatMap(({ test }) => (test.setup ? [...test.setup, ""] : [])),
    accepted: table("ACCEPTED", cases("accepted")),
    refused: table("REFUSED", cases("refused")),
  };
}
