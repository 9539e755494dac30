import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { generateClient } from "./generate-client.ts";
import { isAlive } from "./processes.ts";
import { holderOf } from "./start-lock.ts";

const ROOT = join(import.meta.dirname, "..");
const NEXT = join(ROOT, ".next");

/** Everything a production build is made of; templates and migrations are read at run time and need no new build. */
export const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "package-lock.json",
  "instrumentation.ts",
  "next.config.ts",
  "proxy.ts",
  "postcss.config.mjs",
  "tsconfig.json",
];
const NOT_BUILT = /(\.test\.tsx?|\.fixture\.jsonl?)$|^lib\/io\/db\/generated\/|^lib\/cli\//;

function filesUnder(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => filesUnder(`${path}/${entry.name}`));
}

/** The first twelve hex digits of a SHA-256 over all sources: the name of their build. */
export function sourceHash(): string {
  const hash = createHash("sha256").update(readFileSync(join(ROOT, "prisma/schema.prisma")));
  const files = SOURCES.flatMap(filesUnder).filter((file) => !NOT_BUILT.test(file));
  for (const file of files.sort()) hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex").slice(0, 12);
}

/** What makes Next leave our tsconfig.json alone: it edits the one it is given, so it is given one of its own. */
export function nextSettings(distDir: string): Record<string, string> {
  mkdirSync(NEXT, { recursive: true });
  writeFileSync(join(NEXT, "tsconfig.build.json"), '{ "extends": "../tsconfig.json" }\n');
  return {
    NEXT_TELEMETRY_DISABLED: "1",
    PLUMBLINE_DIST_DIR: distDir,
    PLUMBLINE_TSCONFIG: ".next/tsconfig.build.json",
  };
}

function compile(distDir: string): Promise<void> {
  const env = { ...process.env, ...nextSettings(distDir), NODE_ENV: "production" as const };
  const child = spawn(process.execPath, [join(ROOT, "node_modules/next/dist/bin/next"), "build"], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const stop = () => child.kill("SIGTERM");
  process.once("exit", stop);
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => {
      process.removeListener("exit", stop);
      if (code === 0) return done();
      fail(new Error(`The production build failed.\n${said.trim().split("\n").slice(-40).join("\n")}`));
    });
  });
}

/** Builds that nobody serves from are of no use once another is made. */
function removeOldBuilds(keep: string, startLock: string): void {
  const served = holderOf(startLock)?.distDir;
  const builds = readdirSync(NEXT).filter((name) => /^[0-9a-f]{12}$/.test(name));
  for (const name of builds) {
    const folder = `.next/${name}`;
    if (folder !== keep && folder !== served) rmSync(join(ROOT, folder), { recursive: true, force: true });
  }
}

/**
 * The folder of a production build of the sources as they are now, made if need be. Two processes that want the same build
 * make it once.
 */
export async function ensureBuild(startLock: string, onBuild: () => void = () => {}): Promise<string> {
  const hash = sourceHash();
  const distDir = `.next/${hash}`;
  const done = join(ROOT, distDir, "complete");
  const turn = join(NEXT, `${hash}.pid`);
  mkdirSync(NEXT, { recursive: true });
  while (!existsSync(done)) {
    try {
      writeFileSync(turn, String(process.pid), { flag: "wx" });
    } catch {
      const holder = existsSync(turn) ? Number(readFileSync(turn, "utf8")) : 0;
      if (holder !== 0 && !isAlive(holder)) rmSync(turn, { force: true });
      await sleep(200);
      continue;
    }
    try {
      onBuild();
      rmSync(join(ROOT, distDir), { recursive: true, force: true });
      generateClient();
      await compile(distDir);
      writeFileSync(done, "");
      removeOldBuilds(distDir, startLock);
    } finally {
      rmSync(turn, { force: true });
    }
  }
  return distDir;
}

if (import.meta.main) {
  const folder = await ensureBuild(join(ROOT, process.env.PLUMBLINE_DATA ?? ".data", "start.json"), () =>
    console.log("Building ..."),
  );
  console.log(`The build is in ${folder}.`);
}
