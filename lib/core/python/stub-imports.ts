import { readExpression } from "./expression.ts";
import type { ClassOutline, FunctionOutline, Outline } from "./outline.ts";
import { type NamedOutline, type StubProject, scopeOf } from "./stub-scope.ts";
import { typesInForce } from "./stub-types.ts";

/** One `from module import names` line; names in the order of the lint rules. */
export interface ImportLine {
  module: string;
  names: string[];
}

const rank = (name: string): number =>
  name.length > 1 && name === name.toUpperCase() && /[A-Z]/.test(name) ? 0 : /^[A-Z]/.test(name) ? 1 : 2;

function compareNatural(a: string, b: string): number {
  const parts = (text: string) => text.match(/\d+|\D/g) ?? [];
  const [left, right] = [parts(a), parts(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [x, y] = [left[index] as string, right[index] as string];
    const bothNumbers = /^\d/.test(x) && /^\d/.test(y);
    const order = bothNumbers ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Names in the order ruff wants in `__all__` (RUF022): constants, classes, the rest. */
export const byKind = (a: string, b: string): number => rank(a) - rank(b) || compareNatural(a, b);

/** Names in the order ruff wants in an import (I001): as {@link byKind}, upper and lower case alike. */
const byKindAnyCase = (a: string, b: string): number =>
  rank(a) - rank(b) || compareNatural(a.toLowerCase(), b.toLowerCase()) || compareNatural(a, b);

/** Modules in the order of import lines. */
const byModule = (a: string, b: string): number =>
  compareNatural(a.toLowerCase(), b.toLowerCase()) || compareNatural(a, b);

const expressionsOf = (item: FunctionOutline): string[] =>
  [
    ...item.decorators.filter((text) => !text.endsWith(".setter")),
    ...item.parameters.flatMap((one) => [one.annotation, one.default]),
    item.returns,
  ].filter((text): text is string => text !== undefined);

const expressionsIn = (item: ClassOutline): string[] =>
  [...item.decorators, ...item.bases, ...item.attributes.flatMap((one) => [one.annotation, one.value])].filter(
    (text): text is string => text !== undefined,
  );

/** Every name that a stub mentions, without type parameters. */
export function mentionedNames({ items }: Outline): Set<string> {
  const names = new Set<string>();
  const add = (texts: readonly string[], types: readonly string[]) => {
    for (const text of texts) for (const name of readExpression(text).names) if (!types.includes(name)) names.add(name);
  };
  const bounds = (brackets: string | undefined) => (brackets ? [brackets.slice(1, -1).replace(/\*/g, "")] : []);
  for (const item of items) {
    const types = typesInForce(
      item.kind === "class" || item.kind === "function" || item.kind === "constant" ? item.typeParameters : undefined,
    );
    add(boundsOf(bounds(item.typeParameters)), types);
    if (item.kind === "function") add(expressionsOf(item), types);
    else if (item.kind === "class") {
      add(expressionsIn(item), types);
      for (const method of item.methods)
        add(
          [...expressionsOf(method), ...boundsOf(bounds(method.typeParameters))],
          [...types, ...typesInForce(method.typeParameters)],
        );
    } else
      add(
        [item.annotation === "type" ? undefined : item.annotation, item.value].filter(
          (text): text is string => text !== undefined,
        ),
        types,
      );
  }
  return names;
}

/** The bounds in the inside of a bracket of type parameters: `T: int, U: (str, bytes)` gives `int` and `(str, bytes)`. */
function boundsOf(brackets: readonly string[]): string[] {
  return brackets
    .flatMap((inside) => inside.split(/,(?![^([]*[)\]])/).map((part) => part.split(":")[1]?.trim() ?? ""))
    .filter(Boolean);
}

/** The import lines a module's draft needs for its signatures, standard library first, each group in lint order. */
export function stubImports(module: NamedOutline, all: readonly NamedOutline[], project: StubProject): ImportLine[] {
  const scope = scopeOf(module, all, project);
  return importLines(
    [...mentionedNames(module.outline)].flatMap((name) => {
      const origin = scope.find(name);
      return origin?.kind === "import" ? [[origin.module, name] as const] : [];
    }),
    project.packageName,
  );
}

/** Groups names by module and puts everything into lint order. */
export function importLines(
  names: readonly (readonly [module: string, name: string])[],
  packageName: string,
): ImportLine[] {
  const byName = new Map<string, Set<string>>();
  for (const [module, name] of names) byName.set(module, (byName.get(module) ?? new Set()).add(name));
  const isOwn = (module: string) =>
    module === packageName || module.startsWith(`${packageName}.`) || module.startsWith("tests.");
  return [...byName]
    .map(([module, found]) => ({ module, names: [...found].sort(byKindAnyCase) }))
    .sort((a, b) => Number(isOwn(a.module)) - Number(isOwn(b.module)) || byModule(a.module, b.module));
}
