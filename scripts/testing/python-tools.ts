import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The version of uv that proves generated repositories; it fetches the Python versions it needs. */
const UV = "0.13.8";
const ROOT = resolve(import.meta.dirname, "../..");

export type PythonTools = { uv: string; reason?: undefined } | { uv?: undefined; reason: string };

/** uv in a virtual environment of our own, made on first use and kept in `.data/tools`; or the reason why not. */
export function ensurePythonTools(): PythonTools {
  const folder = join(ROOT, ".data/tools");
  const uv = join(folder, "bin/uv");
  const stamp = join(folder, ".uv-version");
  if (existsSync(uv) && existsSync(stamp) && readFileSync(stamp, "utf8") === UV) return { uv };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = spawnSync("python3", ["-m", "venv", folder], { encoding: "utf8" });
  if (made.error) return { reason: "there is no python3 on this machine" };
  if (made.status !== 0)
    return {
      reason: `python3 cannot make a virtual environment (Debian: apt-get install python3-venv): ${made.stdout.trim()}`,
    };
  const installed = spawnSync(
    join(folder, "bin/pip"),
    ["install", "--quiet", "--disable-pip-version-check", `uv==${UV}`],
    { encoding: "utf8" },
  );
  if (installed.status !== 0)
    return { reason: `uv ${UV} could not be installed: ${installed.stderr.trim().split("\n").at(-1)}` };
  writeFileSync(stamp, UV);
  return { uv };
}
