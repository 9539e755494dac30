import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type ToolName, tools } from "#lib/core/blueprint/versions.ts";

/** Where uv keeps what it fetches for the suite: one cache for all runs, beside uv itself. */
const kept = (uv: string) => dirname(dirname(uv));

/**
 * The environment in which a person would work: uv on the path, nothing of ours. A person's own Python comes first,
 * since the commands for pip start with `python3.X -m venv`.
 */
export function personEnvironment(uv: string, python?: string): NodeJS.ProcessEnv {
  const { VIRTUAL_ENV: _, PYTHONPATH: __, NODE_OPTIONS: ___, ...rest } = process.env;
  const path = [...(python ? [dirname(python)] : []), join(kept(uv), "bin-tools"), dirname(uv), process.env.PATH ?? ""];
  return {
    ...rest,
    PATH: path.join(delimiter),
    UV_CACHE_DIR: join(kept(uv), "cache"),
    UV_TOOL_DIR: join(kept(uv), "installed"),
    UV_TOOL_BIN_DIR: join(kept(uv), "bin-tools"),
    UV_NO_PROGRESS: "1",
    NO_COLOR: "1",
    // Poetry and PDM would otherwise look for, or keep, environments elsewhere.
    POETRY_VIRTUALENVS_IN_PROJECT: "true",
    PDM_CHECK_UPDATE: "false",
    PYRIGHT_PYTHON_IGNORE_WARNINGS: "1",
  };
}

/** Every place that may hold this version: the path, then where pyenv keeps versions that it has not switched on. */
function candidates(version: string): string[] {
  const versions = join(process.env.PYENV_ROOT ?? join(homedir(), ".pyenv"), "versions");
  const pyenv = existsSync(versions) ? readdirSync(versions).filter((name) => name.startsWith(`${version}.`)) : [];
  return [...(process.env.PATH ?? "").split(delimiter), ...pyenv.map((name) => join(versions, name, "bin"))]
    .filter(Boolean)
    .map((folder) => join(folder, `python${version}`))
    .filter((program) => existsSync(program));
}

type Found = { python: string } | { reason: string };
const FOUND = new Map<string, Found>();

/** The interpreter of this version, fetched when the machine has none; or the reason why there is none. */
export function findPython(uv: string, version: string): Found {
  // Once in each test file: a search that fails may have asked the network.
  const known = FOUND.get(version) ?? search(uv, version);
  FOUND.set(version, known);
  return known;
}

function search(uv: string, version: string): Found {
  const here = candidates(version).find((program) => spawnSync(program, ["--version"]).status === 0);
  if (here) return { python: here };
  const fetched = (...args: string[]) =>
    spawnSync(uv, ["python", ...args, version], { encoding: "utf8", env: personEnvironment(uv) });
  fetched("install", "--quiet");
  const { status, stdout } = fetched("find", "--managed-python", "--no-project");
  return status === 0
    ? { python: stdout.trim() }
    : { reason: `Python ${version} is not on this machine and could not be fetched` };
}

/** Makes a tool a command on the path of `personEnvironment`, in the version that generated files name. */
export function installTool(uv: string, tool: ToolName, extra = ""): void {
  execFileSync(uv, ["tool", "install", "--quiet", `${tool}${extra}==${tools[tool]}`], {
    env: personEnvironment(uv),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** The command that runs a tool in an environment of its own; `from` names its package with extras. */
export const toolCommand = (uv: string, tool: string, from: string): string[] => [
  uv,
  "tool",
  "run",
  "--from",
  from,
  tool,
];
