import { parse } from "smol-toml";
import type { Layer } from "../blueprint/define-artifact.ts";
import type { Outline } from "../python/outline.ts";
import { STDLIB_MODULES } from "../python/stdlib.ts";
import type { CheckFinding, FileUnderCheck } from "./check.ts";

/** Import names that differ from the name of their distribution. */
const IMPORT_NAMES: Readonly<Record<string, string>> = {
  "python-multipart": "multipart",
  pyjwt: "jwt",
  "opentelemetry-sdk": "opentelemetry",
  "myst-parser": "myst_parser",
  psycopg: "psycopg",
};

/** Which third-party code the inner layers may see: none (python-standard 1.0, rule 5). */
const STDLIB_ONLY: readonly Layer[] = ["domain"];

/** Parts of the package that a layer must not import, by the first segment after the package name: dependencies point inwards. */
const FORBIDDEN: Partial<Record<Layer, readonly string[]>> = {
  domain: ["api", "db", "service", "services", "settings", "log", "migrations"],
  db: ["api", "service", "services"],
  service: ["api"],
};

/** Names of the distributions a repository declares: at run time, and for its tests and tools. */
export function declaredDependencies(pyproject: string): { runtime: Set<string>; development: Set<string> } {
  const runtime = new Set<string>();
  const development = new Set<string>();
  let document: Record<string, unknown> = {};
  try {
    document = parse(pyproject) as Record<string, unknown>;
  } catch {
    return { runtime, development };
  }
  const project = document.project as
    | { dependencies?: unknown; "optional-dependencies"?: Record<string, unknown> }
    | undefined;
  collect(project?.dependencies, runtime);
  for (const extra of Object.values(project?.["optional-dependencies"] ?? {})) collect(extra, runtime);
  for (const group of Object.values((document["dependency-groups"] as Record<string, unknown> | undefined) ?? {}))
    collect(group, development);
  return { runtime, development };
}

function collect(list: unknown, into: Set<string>): void {
  if (!Array.isArray(list)) return;
  for (const entry of list) {
    const name =
      typeof entry === "string" ? /^[A-Za-z0-9._-]+/.exec(entry)?.[0]?.toLowerCase().replaceAll("_", "-") : undefined;
    if (name) into.add(IMPORT_NAMES[name] ?? name.replace(/[-.]/g, "_"));
  }
}

/** Imports that come with a declared dependency: their own run-time dependencies that they re-export as API. */
const COMES_WITH: Readonly<Record<string, readonly string[]>> = {
  fastapi: ["starlette", "pydantic"],
  pydantic_settings: ["pydantic"],
  pytest_asyncio: ["pytest"],
};

/** Finds imports that a file may not have: undeclared packages, modules that will not exist, layers that point outwards. */
export function importFindings(file: FileUnderCheck, actual: Outline): CheckFinding[] {
  const { runtime, development } = declaredDependencies(file.pyproject);
  const known = new Set(runtime);
  if (["tests", "examples", "docs", "none"].includes(file.layer)) for (const name of development) known.add(name);
  for (const [owner, names] of Object.entries(COMES_WITH))
    if (known.has(owner)) for (const name of names) known.add(name);
  const findings: CheckFinding[] = [];
  for (const { module, names, line } of actual.imports) {
    const root = module.split(".")[0] as string;
    if (module.startsWith(".") || root === "") continue;
    if (root === file.packageName) findings.push(...ownFindings(file, module, names ?? [], line));
    else if (STDLIB_MODULES.has(root) || root === "__future__" || root === "tests") continue;
    else if (!known.has(root))
      findings.push({
        code: "import-undeclared",
        message: `\`${root}\` is neither in the standard library nor a declared dependency.`,
        mend: `Remove the import, or declare the dependency in pyproject.toml.`,
        line,
      });
    else if (STDLIB_ONLY.includes(file.layer))
      findings.push({
        code: "import-layer",
        message: `The domain imports only the standard library; \`${root}\` is a dependency.`,
        mend: "Move this code to an outer layer and pass what it gives as a value.",
        line,
      });
  }
  return findings;
}

function ownFindings(file: FileUnderCheck, module: string, names: readonly string[], line: number): CheckFinding[] {
  const modules = new Set(file.modules);
  if (!modules.has(module))
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
