import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { productRoot } from "../product-root.ts";

/** Of the heap of JavaScript; that of WebAssembly is limited in `harden.mjs`, both together by the system below. */
const HEAP_MB = 256;
/**
 * The system counts what is reserved, too: 0.5 GB for compiled code alone, and 1.2 GB after a thousand honest texts,
 * half a gigabyte of it really used. At that mark, memory that was refused looked like a crash of the next text.
 */
const DATA_KB = 1_800_000;

/** Everything such a process may read: its own code and the parsers, not the rest of the product, no data, no settings. */
const READS = [
  "package.json",
  "lib/core",
  "lib/io/formatted-texts.ts",
  "lib/io/ruff.ts",
  "lib/io/sandbox",
  "node_modules/@astral-sh/ruff-wasm-nodejs",
  "node_modules/@lezer",
  "node_modules/pyodide",
  "node_modules/smol-toml",
  "node_modules/yaml",
  "node_modules/zod",
];

/**
 * Starts a script of this folder under Node's permission model, without environment, network or writing (HARDENING,
 * "Sandbox tiers"). `snapshot` may be read as well and is its first argument. It keeps nobody alive.
 */
export function startLocked(script: string, stdio: SpawnOptions["stdio"], snapshot?: string): ChildProcess {
  const root = productRoot();
  const readable = [...READS.map((path) => join(root, path)), ...(snapshot ? [snapshot] : [])];
  const node = [
    process.execPath,
    "--no-warnings",
    "--permission",
    ...readable.map((path) => `--allow-fs-read=${path}`),
    "--disallow-code-generation-from-strings",
    `--max-old-space-size=${HEAP_MB}`,
    "--import",
    join(root, "lib/io/sandbox/harden.mjs"),
    join(root, "lib/io/sandbox", script),
    ...(snapshot ? [snapshot] : []),
  ];
  const [command, ...words] = [...outerWalls(), ...node];
  const child = spawn(command as string, words, {
    env: {} as NodeJS.ProcessEnv,
    cwd: emptyFolder(root),
    stdio,
    serialization: "json",
  });
  child.unref();
  for (const held of [child.channel, child.stdout, child.stderr]) (held as { unref?: () => void } | null)?.unref?.();
  return child;
}

let walls: string[] | undefined;

/** What the system itself adds where it can: no network at all on Linux, limits of memory and core files on any Unix. */
function outerWalls(): string[] {
  walls ??= findWalls();
  return walls;
}

function findWalls(): string[] {
  if (process.platform === "win32") return [];
  const limits = ["/bin/sh", "-c", `ulimit -c 0 2>/dev/null; ulimit -d ${DATA_KB} 2>/dev/null; exec "$0" "$@"`];
  const alone = ["unshare", "-rn"];
  const works = process.platform === "linux" && spawnSync("unshare", ["-rn", "true"], { timeout: 2000 }).status === 0;
  return works ? [...alone, ...limits] : limits;
}

/** A folder with nothing in it, where the child stands; the product's own folder if there can be none. */
function emptyFolder(root: string): string {
  const folder = join(tmpdir(), `plumbline-empty-${process.getuid?.() ?? 0}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o500 });
    return folder;
  } catch {
    return root;
  }
}
