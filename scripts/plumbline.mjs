// The command line: bundled so that it starts fast, made anew when a source that is in it has changed.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = join(import.meta.dirname, "..");
const OUT = join(ROOT, ".data/cli");
const ENTRY = join(OUT, "main.js");
/** The files that are in the bundle, written last: without it there is no whole bundle. */
const SOURCES = join(OUT, "sources.json");
enableCompileCache(join(ROOT, ".data/compiled"));

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

function isStale() {
  const madeAt = changedAt(SOURCES);
  if (madeAt === undefined) return true;
  const sources = JSON.parse(readFileSync(SOURCES, "utf8"));
  return sources.some((path) => (changedAt(`${ROOT}/${path}`) ?? Number.POSITIVE_INFINITY) > madeAt);
}

async function bundle() {
  const { bundleSplit } = await import("./cli-bundle.ts");
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const inside = await bundleSplit(OUT);
  // Packages change with the lock file alone.
  const own = inside.filter((path) => !path.startsWith("node_modules/"));
  writeFileSync(SOURCES, JSON.stringify([...own, "package-lock.json", "scripts/cli-bundle.ts"]));
}

if (isStale()) await bundle();
await import(pathToFileURL(ENTRY).href);
