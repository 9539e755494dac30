import type { Design, ModuleDesign } from "../../design/design.ts";
import type { ClassOutline, FunctionOutline, Outline } from "../../python/outline.ts";
import { type ImportLine, importLines, mentionedNames, stubImports } from "../../python/stub-imports.ts";
import { errorBase, type NamedOutline, type StubProject, scopeOf } from "../../python/stub-scope.ts";

/** What the checks of stubs need to know about a design. */
export const stubProject = (design: Design): StubProject => ({
  packageName: design.packageName,
  shell: design.shell,
  resources: design.resources.map(({ names }) => names.pascal),
});

/**
 * The outline of a module as it is drafted: the person's own, with two rules of the shell applied. A library's
 * exceptions derive from the package's base exception (python-standard 1.6); `__init__` returns None.
 */
export function draftOutline(design: Design, module: ModuleDesign): Outline {
  const items = module.outline.items.map((item) => {
    if (item.kind === "function") return item;
    if (item.kind !== "class") return item;
    return { ...item, bases: draftBases(design, module, item), methods: item.methods.map(withResult) };
  });
  return { ...module.outline, items };
}

const withResult = (method: FunctionOutline): FunctionOutline =>
  method.returns === undefined ? { ...method, returns: "None" } : method;

/** Whether a class is an exception: by the name of a base, or through another class of the module. */
function isException(name: string, module: ModuleDesign): boolean {
  if (name === "Exception" || /(Error|Warning)$/.test(name)) return true;
  const own = module.outline.items.find((item) => item.kind === "class" && item.name === name);
  return own?.kind === "class" && own.bases.some((base) => base !== name && isException(base, module));
}

function draftBases(design: Design, module: ModuleDesign, found: ClassOutline): string[] {
  if (design.shell !== "library" || !found.bases.some((base) => isException(base, module))) return found.bases;
  if (found.bases.some((base) => /Warning$/.test(base))) return found.bases;
  const base = errorBase(design.packageName);
  const scope = scopeOf(module, design.modules, stubProject(design));
  const isCovered = found.bases.some(
    (one) => one === base || (isException(one, module) && scope.find(one)?.kind !== "builtin"),
  );
  return isCovered ? found.bases : [base, ...found.bases.filter((one) => one !== "Exception")];
}

/** A module with its drafted outline. */
const drafted = (design: Design, module: ModuleDesign): NamedOutline => ({
  name: module.name,
  outline: draftOutline(design, module),
});

/** Import lines of a module's draft. */
export function draftImports(design: Design, module: ModuleDesign): ImportLine[] {
  return stubImports(drafted(design, module), design.modules, stubProject(design));
}

/** Import lines for another file that names the same types, and the module's own ones too. */
export function usageImports(
  design: Design,
  module: ModuleDesign,
  names: Iterable<string>,
  extra: readonly (readonly [string, string])[],
): ImportLine[] {
  const scope = scopeOf(module, design.modules, stubProject(design));
  const mentioned = mentionedNames(draftOutline(design, module));
  const found = [...names]
    .filter((name) => mentioned.has(name) || scope.find(name)?.kind === "own")
    .flatMap((name) => {
      const origin = scope.find(name);
      if (origin?.kind === "own") return [[`${design.packageName}.${module.name}`, name] as const];
      return origin?.kind === "import" ? [[origin.module, name] as const] : [];
    });
  return importLines([...found, ...extra], design.packageName);
}

/** Import lines as Python, a blank line between the standard library and the repository's own. */
export function importBlock(lines: readonly ImportLine[], packageName: string): string[] {
  const text = ({ module, names }: ImportLine): string => `from ${module} import ${names.join(", ")}`;
  const isOwn = ({ module }: ImportLine): boolean =>
    module === packageName || module.startsWith(`${packageName}.`) || module.startsWith("tests.");
  const [foreign, own] = [lines.filter((line) => !isOwn(line)).map(text), lines.filter(isOwn).map(text)];
  return foreign.length > 0 && own.length > 0 ? [...foreign, "", ...own] : [...foreign, ...own];
}
