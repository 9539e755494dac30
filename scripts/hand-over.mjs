import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Runs a script on the Node of node_modules, passes signals on, and ends as it ends. The channel between the two tells the
 * script when this process is killed, so that nothing stays behind.
 * @param {string} script file name in this folder
 */
export function handOver(script) {
  const node = join(ROOT, "node_modules/node/bin/node");
  const child = spawn(node, [join(ROOT, "scripts", script), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, PATH: `${join(ROOT, "node_modules/.bin")}:${process.env.PATH}` },
  });
  process.on("disconnect", () => child.kill("SIGTERM"));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`Node could not be started from node_modules (${error.message}). Delete node_modules and try again.`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
}
