import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function onPath(): string | undefined {
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const program = join(folder, name);
      try {
        accessSync(program, constants.X_OK);
        return program;
      } catch {}
    }
  }
  return undefined;
}

/** The browser for the tests: the one named by CHROMIUM, one on the path, or (Debian, as root) one installed now. */
export function findChromium(): { program: string } | { reason: string } {
  const known = process.env.CHROMIUM || onPath();
  if (known) return { program: known };
  const canInstall = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!canInstall)
    return {
      reason:
        "there is no Chromium. Install one (Debian: sudo apt-get install chromium) or name it: CHROMIUM=/path/to/chrome npm test",
    };
  console.log("Installing Chromium ...");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { env });
  const done = spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    env,
    encoding: "utf8",
  });
  const installed = onPath();
  return installed
    ? { program: installed }
    : { reason: `Chromium could not be installed: ${done.stderr.trim().split("\n").at(-1)}` };
}
