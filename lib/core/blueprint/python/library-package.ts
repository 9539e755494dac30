import type { Design, ModuleDesign } from "../../design/design.ts";
import { IMPORTABLE_MODULES } from "../../python/importable.ts";
import { byKind, importLines } from "../../python/stub-imports.ts";
import { errorBase } from "../../python/stub-scope.ts";
import { typesInForce } from "../../python/stub-types.ts";
import { mdText, pyStr } from "../encode.ts";
import type { Values } from "../fill.ts";
import { docstring } from "./docstring.ts";
import { draftOutline, importBlock } from "./module-outline.ts";
import { publicOf } from "./module-stub.ts";

/** Names that mean something in the package's own namespace: its imports, its private and shared modules. */
const RESERVED = ["__version__", "errors", "importlib", "logging"];

/** Values that many files of a library use. */
export const libraryValues = (design: Design): Values => ({ BaseError: errorBase(design.packageName) });

/**
 * The names the package re-exports, by module. A name that two modules declare, or that would hide a module, stays
 * where it is: `package.module.name` always works.
 */
function exportsOf(design: Design): { module: string; names: string[] }[] {
  const modules = design.modules.map((module) => ({ module, names: publicOf(draftOutline(design, module)) }));
  const all = modules.flatMap(({ names }) => names);
  const hidden = new Set([
    ...RESERVED,
    ...design.modules.map(({ name }) => name),
    ...all.filter((name, index) => all.indexOf(name) !== index),
  ]);
  return [
    { module: `${design.packageName}.errors`, names: [errorBase(design.packageName)] },
    ...modules.map(({ module, names }) => ({
      module: `${design.packageName}.${module.name}`,
      names: names.filter((name) => !hidden.has(name)),
    })),
  ].filter(({ names }) => names.length > 0);
}

/** The values of the package's `__init__.py`. */
export function packageValues(design: Design): Values {
  const exported = exportsOf(design);
  const lines = importLines(
    exported.flatMap(({ module, names }) => names.map((name) => [module, name] as const)),
    design.packageName,
  );
  const all = [...exported.flatMap(({ names }) => names), "__version__"].sort(byKind);
  const description = design.answers.intake.description;
  return {
    docstring: docstring(
      `${description}\n\n\`__all__\` is the public API: what it does not name may change in any release.`,
      `The public API of ${design.packageName}`,
      0,
    ),
    exports: importBlock(lines, design.packageName),
    all: [`__all__ = [${all.map(pyStr).join(", ")}]`],
  };
}

/** Names Sphinx must not look for: type parameters, and the standard library, whose documentation needs a network. */
export function sphinxValues(design: Design): Values {
  const types = new Set(
    design.modules.flatMap((module) =>
      draftOutline(design, module).items.flatMap((item) => [
        ...typesInForce(item.typeParameters),
        ...(item.kind === "class" ? item.methods.flatMap((method) => typesInForce(method.typeParameters)) : []),
      ]),
    ),
  );
  const roots = [...new Set([...IMPORTABLE_MODULES].map((name) => name.split(".")[0]))].sort();
  return {
    foreign_names: [
      ...(types.size > 0 ? [`("py:.*", r"(${[...types].sort().join("|")})(\\.(args|kwargs))?"),`] : []),
      ...roots.map((root) => `("py:.*", r"${root}\\..*"),`),
    ],
  };
}

/** The pages that the navigation names by itself; whatever else is under docs/ follows them. */
const OWN_PAGES: ReadonlySet<string> = new Set(["index", "tutorial", "how-to", "reference", "explanation"]);

/** The modules of a library, for its documentation. */
export function documentationValues(design: Design, paths: readonly string[]): Values {
  const pages = paths
    .filter((path) => /^docs\/.*\.md$/.test(path))
    .map((path) => path.slice("docs/".length, -".md".length));
  return {
    further_pages: pages.filter((page) => !OWN_PAGES.has(page)),
    ...libraryValues(design),
    description: mdText(design.answers.intake.description),
    module_rows: design.modules.map((module) => `| \`${design.packageName}.${module.name}\` | ${purposeOf(module)} |`),
    module_sections: design.modules
      .flatMap(({ name }) => [
        "",
        `## ${design.packageName}.${name}`,
        "",
        "```{eval-rst}",
        `.. automodule:: ${design.packageName}.${name}`,
        "   :members:",
        "   :undoc-members:",
        "   :show-inheritance:",
        "```",
      ])
      .slice(1),
    quickstart:
      design.answers.features.demos === "none"
        ? []
        : [
            "The quick start prints the state of each public name:",
            "",
            "```console",
            "$ python examples/quickstart.py",
            "```",
          ],
  };
}

/** What a module is for, as a table cell. */
const purposeOf = ({ name, purpose }: ModuleDesign): string => mdText(purpose.trim() || `The module ${name}`);
