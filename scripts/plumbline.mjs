// The command line: one bundled file that starts fast, made anew when a source is newer than it.
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(import.meta.dirname, "..");
const OUT = join(ROOT, ".data/cli");
const ENTRY = join(OUT, "main.js");
enableCompileCache(join(ROOT, ".data/compiled"));

/** When the youngest source was changed, in milliseconds. */
function newestSource() {
  const sources = readdirSync(join(ROOT, "lib"), { recursive: true, withFileTypes: true });
  const times = sources
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(statSync(join(ROOT, "package-lock.json")).mtimeMs, ...times);
}

const madeAt = () => statSync(ENTRY, { throwIfNoEntry: false })?.mtimeMs ?? 0;

async function bundle() {
  const { build } = await import("esbuild");
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  await build({
    entryPoints: [join(ROOT, "lib/cli/main.ts")],
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    outdir: OUT,
    logLevel: "warning",
    external: ["@astral-sh/ruff-wasm-nodejs", "archiver", "dockerode", "tar-stream"],
    banner: { js: 'import{createRequire as requireFrom}from"node:module";const require=requireFrom(import.meta.url);' },
  });
}

if (madeAt() < newestSource()) await bundle();
await import(pathToFileURL(ENTRY).href);
