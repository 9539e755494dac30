import type { Layer } from "../blueprint/define-artifact.ts";
import { moduleName } from "../blueprint/own-imports.ts";
import type { ImportOutline, Outline } from "../python/outline.ts";
import { STDLIB_MODULES } from "../python/stdlib.ts";
import { MODULE_HISTORY, NAME_SINCE } from "../python/stdlib-history.ts";
import { callsOf, lineAt, outlineOf } from "../python/syntax-tree.ts";
import type { CheckFinding, FileUnderCheck } from "./check.ts";
import { declaredDependencies, withCompanions } from "./dependencies.ts";
import type { StaticCheck } from "./static-check.ts";

export { declaredDependencies } from "./dependencies.ts";

/** Only what the file may import: see `importFindings`. */
export const importsCheck: StaticCheck = {
  id: "imports",
  tool: () => "outline",
  findings: (file) => [...importFindings(file, outlineOf(file.text)), ...dynamicFindings(file)],
};

/** Which third-party code the inner layers may see: none (python-standard 1.0, rule 5). */
const STDLIB_ONLY: readonly Layer[] = ["domain"];

/** Layers that may use what is declared for tests and tools. */
const DEVELOPMENT: readonly Layer[] = ["tests", "examples", "docs", "none"];

/** Parts of the package that a layer must not import, by the first segment after the package name: dependencies point inwards. */
const FORBIDDEN: Partial<Record<Layer, readonly string[]>> = {
  domain: ["api", "db", "service", "services", "settings", "log", "migrations"],
  db: ["api", "service", "services"],
  service: ["api"],
};

/**
 * Finds imports that a file may not have: undeclared packages, modules that will not exist or that the floor does not
 * have, wildcards, layers that point outwards.
 */
export function importFindings(file: FileUnderCheck, actual: Outline): CheckFinding[] {
  const { runtime, development } = declaredDependencies(file.pyproject);
  const known = {
    here: withCompanions(DEVELOPMENT.includes(file.layer) ? new Set([...runtime, ...development]) : runtime),
    development: withCompanions(development),
  };
  return actual.imports.flatMap((one) => {
    const wild = one.names?.includes("*") ? [wildcard(one)] : [];
    return [...wild, ...targetFindings(file, one, known)];
  });
}

const wildcard = ({ module, line }: ImportOutline): CheckFinding => ({
  code: "import-star",
  message: `\`from ${module} import *\` hides where names come from.`,
  mend: "Import the names you use.",
  line,
});

interface Known {
  here: ReadonlySet<string>;
  development: ReadonlySet<string>;
}

function targetFindings(file: FileUnderCheck, one: ImportOutline, known: Known): CheckFinding[] {
  const { line } = one;
  const module = one.module.startsWith(".") ? absolute(file.path, one.module) : one.module;
  if (module === null)
    return [
      {
        code: "import-beyond-top",
        message: `\`${one.module}\` climbs out of the package.`,
        mend: `Import from \`${file.packageName}\` by its full name.`,
        line,
      },
    ];
  const root = module.split(".")[0] as string;
  if (root === "" || root === "__future__") return [];
  if (root === file.packageName || root === "tests") return ownFindings(file, module, one.names ?? [], line);
  if (STDLIB_MODULES.has(root)) return historyFindings(file, module, one);
  if (!known.here.has(root)) return [undeclared(root, line, known.development.has(root))];
  if (STDLIB_ONLY.includes(file.layer))
    return [
      {
        code: "import-layer",
        message: `The domain imports only the standard library; \`${root}\` is a dependency.`,
        mend: "Move this code to an outer layer and pass what it gives as a value.",
        line,
      },
    ];
  return [];
}

/** The full name of a relative import; null when it has more dots than the file has folders. */
function absolute(path: string, module: string): string | null {
  const dots = /^\.+/.exec(module)?.[0].length ?? 0;
  const here = moduleName(path).split(".");
  const kept = here.length - dots + (path.endsWith("/__init__.py") ? 1 : 0);
  return kept < 1 ? null : [...here.slice(0, kept), module.slice(dots)].filter(Boolean).join(".");
}

const undeclared = (root: string, line: number, forTests: boolean): CheckFinding =>
  forTests
    ? {
        code: "import-undeclared",
        message: `\`${root}\` is declared for tests and tools only, and this file runs in production.`,
        mend: `Remove the import, or move \`${root}\` to the dependencies of the project in pyproject.toml.`,
        line,
      }
    : {
        code: "import-undeclared",
        message: `\`${root}\` is neither in the standard library nor a declared dependency.`,
        mend: "Remove the import, or declare the dependency in pyproject.toml.",
        line,
      };

/** What the floor does not have yet or a later Python no longer has. An import inside `if` or `try` has an answer to that. */
function historyFindings(file: FileUnderCheck, module: string, one: ImportOutline): CheckFinding[] {
  if (one.nested) return [];
  const floor = `Python 3.${file.floorMinor}, the floor of this design`;
  const known = MODULE_HISTORY.get(module) ?? MODULE_HISTORY.get(module.split(".")[0] as string);
  if (known?.until !== undefined)
    return [
      {
        code: "import-removed",
        message: `\`${module}\` was removed from the standard library in Python 3.${known.until}.`,
        mend: "Use what its documentation names as replacement.",
        line: one.line,
      },
    ];
  const since = [
    [module, known?.from] as const,
    ...(one.names ?? []).map((name) => [`${module}.${name}`, NAME_SINCE.get(`${module}.${name}`)] as const),
  ];
  return since
    .filter(([, from]) => from !== undefined && from > file.floorMinor)
    .map(([name, from]) => ({
      code: "import-too-new",
      message: `\`${name}\` came with Python 3.${from}; ${floor}, does not have it.`,
      mend: `Write it with what Python 3.${file.floorMinor} has.`,
      line: one.line,
    }));
}

function ownFindings(file: FileUnderCheck, module: string, names: readonly string[], line: number): CheckFinding[] {
  if (module.split(".")[0] === "tests" && !DEVELOPMENT.includes(file.layer))
    return [
      {
        code: "import-direction",
        message: `Code that runs in production must not import \`${module}\`.`,
        mend: "Move what both need into the package.",
        line,
      },
    ];
  const modules = new Set(file.modules);
  if (!modules.has(module) && !file.modules.some((one) => one.startsWith(`${module}.`)))
    return [
      {
        code: "import-missing",
        message: `The module \`${module}\` is not in the plan of this repository.`,
        mend: "Import a module of the plan, or add the file to the plan.",
        line,
      },
    ];
  const parts = module.split(".").slice(1);
  const targets = parts.length > 0 ? [parts[0] as string] : names;
  const outward = targets.find((target) => FORBIDDEN[file.layer]?.includes(target));
  return outward
    ? [
        {
          code: "import-direction",
          message: `The ${file.layer} layer must not import \`${file.packageName}.${outward}\`: dependencies point inwards.`,
          mend: "Turn the dependency round, or pass the value in.",
          line,
        },
      ]
    : [];
}

/** Calls that import by a name known only when they run: nobody can say what they bring in. */
function dynamicFindings(file: FileUnderCheck): CheckFinding[] {
  return callsOf(file.text)
    .filter(({ callee, name }) => callee === "__import__" || name === "import_module")
    .map(({ callee, node }) => ({
      code: "import-dynamic",
      message: `\`${callee}\` imports a module by a text.`,
      mend: "Write an import statement; choose between modules with `if`.",
      line: lineAt(file.text, node.from),
    }));
}
