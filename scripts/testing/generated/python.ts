import { execFileSync } from "node:child_process";
import { delimiter, dirname, join } from "node:path";
import { type ToolName, tools } from "#lib/core/blueprint/versions.ts";

/** Where uv keeps what it fetches for the suite: one cache for all runs, beside uv itself. */
const kept = (uv: string) => dirname(dirname(uv));

/**
 * The environment in which a person would work: uv on the path, nothing of ours. A person's own Python comes first,
 * since the commands for pip start with `python3.X -m venv`.
 */
export function personEnvironment(uv: string, python?: string): NodeJS.ProcessEnv {
  const { VIRTUAL_ENV: _, PYTHONPATH: __, NODE_ENV: ___, NODE_OPTIONS: ____, ...rest } = process.env;
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
    PYTHONDONTWRITEBYTECODE: "1",
    PYRIGHT_PYTHON_IGNORE_WARNINGS: "1",
  };
}

/** The interpreter of this version, fetched when the machine has none; or the reason why there is none. */
export function findPython(uv: string, version: string): { python: string } | { reason: string } {
  const run = (...args: string[]) =>
    execFileSync(uv, ["python", ...args], {
      encoding: "utf8",
      env: personEnvironment(uv),
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  try {
    return { python: run("find", "--no-project", version) };
  } catch {}
  try {
    run("install", "--quiet", version);
    return { python: run("find", "--no-project", version) };
  } catch {
    return { reason: `Python ${version} is not on this machine and could not be fetched` };
  }
}

/** Makes a tool a command on the path of `personEnvironment`, in the version that generated files name. */
export function installTool(uv: string, tool: ToolName): void {
  execFileSync(uv, ["tool", "install", "--quiet", `${tool}==${tools[tool]}`], {
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
