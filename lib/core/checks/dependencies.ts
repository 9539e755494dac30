import { parse } from "smol-toml";

/** Import names that differ from the name of their distribution. */
const IMPORT_NAMES: Readonly<Record<string, string>> = {
  "python-multipart": "multipart",
  pyjwt: "jwt",
  pyyaml: "yaml",
  "python-dateutil": "dateutil",
  "opentelemetry-sdk": "opentelemetry",
};

/** Imports that come with a declared dependency: their own run-time dependencies that they re-export as API. */
const COMES_WITH: Readonly<Record<string, readonly string[]>> = {
  fastapi: ["starlette", "pydantic"],
  pydantic_settings: ["pydantic"],
  pytest_asyncio: ["pytest"],
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

/** These names and what they bring along. */
export const withCompanions = (names: ReadonlySet<string>): Set<string> =>
  new Set([...names, ...[...names].flatMap((name) => COMES_WITH[name] ?? [])]);
