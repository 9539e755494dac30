import { snakeCase } from "../design/names.ts";
import { IMPORTABLE } from "./importable.ts";
import type { ClassOutline, ConstantOutline, FunctionOutline, Outline } from "./outline.ts";

/** What the shell around the modules offers them. */
export interface StubProject {
  packageName: string;
  shell: "service" | "library" | "batch" | "research";
  /** Names of resources, in Pascal case. */
  resources: readonly string[];
}

export interface NamedOutline {
  name: string;
  outline: Outline;
}

/** Where a name in a stub comes from. */
export type Origin =
  | { kind: "own"; generic: boolean }
  | { kind: "builtin"; generic: boolean }
  | { kind: "import"; module: string; generic: boolean };

export type Item = FunctionOutline | ClassOutline | ConstantOutline;

/** `tide_window` names its base exception `TideWindowError`. */
export const errorBase = (packageName: string): string =>
  `${packageName
    .split("_")
    .filter(Boolean)
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join("")}Error`;

/** Names of the shell's own types, with the modules that hold them. */
function projectNames({ packageName, shell, resources }: StubProject): Map<string, string> {
  if (shell === "library") return new Map([[errorBase(packageName), `${packageName}.errors`]]);
  if (shell !== "service") return new Map();
  return new Map([
    ["DomainError", `${packageName}.domain.errors`],
    ...resources.map((name) => [name, `${packageName}.domain.${snakeCase(name)}`] as const),
  ]);
}

/** What a stub may use from another module: types and constants, not functions. */
const isUsable = (item: Item): boolean => item.kind !== "function";
const isGeneric = (item: Item): boolean => "typeParameters" in item && item.typeParameters !== undefined;

/**
 * Finds where the names of one module's stub come from: its own declarations first, then the other modules, the
 * shell's types, and the names of {@link IMPORTABLE}. Undefined: nobody knows the name. `ambiguous` lists names that two
 * other modules declare.
 */
export function scopeOf(
  module: NamedOutline,
  all: readonly NamedOutline[],
  project: StubProject,
): { find(name: string): Origin | undefined; ambiguous: ReadonlySet<string> } {
  const own = new Map(module.outline.items.map((item) => [item.name, item]));
  const shell = projectNames(project);
  const siblings = new Map<string, { item: Item; module: string }>();
  const ambiguous = new Set<string>();
  for (const other of all) {
    if (other === module || other.name === module.name) continue;
    for (const item of other.outline.items.filter(isUsable)) {
      if (siblings.has(item.name)) ambiguous.add(item.name);
      siblings.set(item.name, { item, module: `${project.packageName}.${other.name}` });
    }
  }
  const find = (name: string): Origin | undefined => {
    const mine = own.get(name);
    if (mine) return { kind: "own", generic: isGeneric(mine) };
    const sibling = siblings.get(name);
    if (sibling) return { kind: "import", module: sibling.module, generic: isGeneric(sibling.item) };
    const offered = shell.get(name);
    if (offered) return { kind: "import", module: offered, generic: false };
    const known = IMPORTABLE.get(name);
    if (!known) return undefined;
    return known.module
      ? { kind: "import", module: known.module, generic: known.generic }
      : { kind: "builtin", generic: known.generic };
  };
  return { find, ambiguous };
}
