import { STDLIB_MODULES } from "../../python/stdlib.ts";

/** One import: `from module import names`, or `import module as alias`. */
export interface Import {
  module: string;
  names?: readonly string[];
  alias?: string;
}

/**
 * Import statements as ruff's isort sorts them (ruff 0.17, `I001`): standard library, packages, our own package; in each
 * section `import x` before `from x import y`. Several entries for one module become one statement. Long lines are left
 * to the formatter.
 */
export function importLines(imports: readonly Import[], packageName: string): string[] {
  const sections: string[][] = [[], [], []];
  for (const [module, found] of merged(imports))
    sections[section(module, packageName)]?.push(...statements(module, found));
  return sections.flatMap((lines, index) =>
    index > 0 && lines.length > 0 && sections.slice(0, index).some((before) => before.length > 0)
      ? ["", ...plainFirst(lines)]
      : plainFirst(lines),
  );
}

interface Merged {
  names: Set<string>;
  aliases: string[];
}

function merged(imports: readonly Import[]): [string, Merged][] {
  const byModule = new Map<string, Merged>();
  for (const { module, names, alias } of imports) {
    const one = byModule.get(module) ?? { names: new Set<string>(), aliases: [] };
    for (const name of names ?? []) one.names.add(name);
    if (alias !== undefined && !one.aliases.includes(alias)) one.aliases.push(alias);
    byModule.set(module, one);
  }
  return [...byModule].sort(([a], [b]) => natural(a, b));
}

function statements(module: string, { names, aliases }: Merged): string[] {
  const plain = aliases.map((alias) => (alias === module ? `import ${module}` : `import ${module} as ${alias}`));
  return names.size === 0 ? plain : [...plain, `from ${module} import ${[...names].sort(byKindAndName).join(", ")}`];
}

const plainFirst = (lines: readonly string[]): string[] => [
  ...lines.filter((line) => line.startsWith("import ")),
  ...lines.filter((line) => line.startsWith("from ")),
];

function section(module: string, packageName: string): 0 | 1 | 2 {
  const top = module.split(".")[0] as string;
  if (top === packageName) return 2;
  return STDLIB_MODULES.has(top) ? 0 : 1;
}

/** Constants, then classes, then the rest (`order-by-type`). */
function kind(name: string): number {
  if (name.length > 1 && name === name.toUpperCase()) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}

/** The order of names inside one import statement. An `as` clause stays with its name. */
export const byKindAndName = (a: string, b: string): number =>
  kind(bare(a)) - kind(bare(b)) || natural(bare(a), bare(b));

const bare = (name: string): string => name.split(" as ")[0] as string;

/** Compares without case, digits by their number, and with case where all else is equal. */
function natural(a: string, b: string): number {
  const left = parts(a.toLowerCase());
  const right = parts(b.toLowerCase());
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const x = left[index] as string;
    const y = right[index] as string;
    if (x === y) continue;
    if (/^\d/.test(x) && /^\d/.test(y) && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

const parts = (text: string): string[] => text.match(/\d+|\D/g) ?? [];
