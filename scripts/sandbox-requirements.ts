import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEPENDENCIES } from "#lib/core/blueprint/documents/dependencies.ts";
import {
  BACKEND_NAMES,
  backendRequirement,
  newestPythonMinor,
  PACKAGE_NAMES,
  type PackageName,
  requirement,
  TOOL_NAMES,
  type ToolName,
  tools,
} from "#lib/core/blueprint/versions.ts";
import { ensurePythonTools } from "./testing/python-tools.ts";

const FOLDER = join(import.meta.dirname, "../sandbox");
export const REQUIREMENTS = join(FOLDER, "requirements.in");
export const LOCK = join(FOLDER, "requirements.lock");

/** What the validation image leaves out, and why. */
const LEFT_OUT: Partial<Record<PackageName | ToolName, string>> = {
  pyright: "it fetches its own program when it runs, and there is no network then",
  "pre-commit": "it only fetches other tools; those it would run are here",
  pdm: "it resolves and installs, which needs the network; its build backend is here",
  poetry: "it resolves and installs, which needs the network; its build backend is here",
  uv: "it resolves and installs, which needs the network; its build backend is here",
  "pip-audit": "it asks a service on the network",
};

const NEWEST = { floorMinor: newestPythonMinor, locked: true, capped: true };

/** Some tools are also dependencies of generated repositories; there they stand with their range. */
const isPackage = (name: string): boolean => (PACKAGE_NAMES as string[]).includes(name);

/** All extras that any design asks of a package. */
const extrasOf = (name: PackageName): string[] =>
  [...new Set(DEPENDENCIES.filter((one) => one.name === name).flatMap(({ extras }) => extras ?? []))].sort();

/** What goes into the validation image: all that a generated repository may import, and the tools that judge it. */
export function sandboxRequirements(): string {
  const lines = [
    ...PACKAGE_NAMES.filter((name) => !(name in LEFT_OUT)).map((name) => requirement(name, NEWEST, extrasOf(name))),
    ...BACKEND_NAMES.map(backendRequirement),
    ...TOOL_NAMES.filter((name) => !(name in LEFT_OUT || isPackage(name))).map((name) => `${name}==${tools[name]}`),
  ];
  return `# Derived from templates/versions.json by npm run docs.\n${lines.sort().join("\n")}\n`;
}

/** Resolves them anew, for every Python and machine, with the hash of each file; names no index. Needs the network. */
function lock(): void {
  const { uv, reason } = ensurePythonTools();
  if (uv === undefined) throw new Error(reason);
  const asked = "pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet";
  const bare = "--no-emit-index-url --no-annotate --no-header";
  execFileSync(uv, [...`${asked} ${bare}`.split(" "), REQUIREMENTS, "--output-file", LOCK], { stdio: "inherit" });
}

if (import.meta.main) {
  writeFileSync(REQUIREMENTS, sandboxRequirements());
  if (process.argv.includes("--lock")) lock();
}
