import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { constants, setPriority } from "node:os";
import { join, resolve } from "node:path";
import { sandboxEnvironment } from "../env.ts";
import { productRoot } from "../product-root.ts";
import { startLocked } from "./locked-process.ts";

/** The CPython of the embedded sandbox: version of the npm package, which names that of Python. */
export const PYODIDE = "314.0.7";

/** A picture of the interpreter is about 30 MB; anything much smaller is not one. */
const LEAST_BYTES = 10_000_000;
const LONGEST_MS = 120_000;

/** Where the snapshot lies, or will lie: among the caches of this installation. */
const snapshotPath = (): string =>
  join(resolve(productRoot(), sandboxEnvironment().PLUMBLINE_DATA), "cache", `pyodide-${PYODIDE}.snapshot`);

/** The snapshot, where one has been made. */
export function knownSnapshot(): string | undefined {
  const path = snapshotPath();
  return existsSync(path) ? path : undefined;
}

let maker: ChildProcess | undefined;

/**
 * Makes the snapshot once for each installation, at low priority. Without it everything works, only slower; so what
 * prevents it (a folder that cannot be written, an end of this process) is no fault.
 */
export async function makeSnapshot(): Promise<void> {
  if (maker || knownSnapshot()) return;
  const child = startLocked("snapshot-child.ts", ["ignore", "pipe", "ignore"]);
  maker = child;
  try {
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const bytes = await outputOf(child);
    if (bytes.length < LEAST_BYTES) return;
    const path = snapshotPath();
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(`${path}.${process.pid}`, bytes);
    await rename(`${path}.${process.pid}`, path);
  } catch {
    // See above.
  } finally {
    maker = undefined;
  }
}

/** Ends the making; the next start tries again. */
export const stopMaking = (): void => {
  maker?.kill("SIGKILL");
};

function outputOf(child: ChildProcess): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const limit = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
  limit.unref();
  return new Promise((settle, fail) => {
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", fail);
    child.once("close", (code) => {
      clearTimeout(limit);
      settle(code === 0 ? Buffer.concat(chunks) : Buffer.alloc(0));
    });
  });
}
