import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const LOCK = join(ROOT, "package-lock.json");
const INSTALLED = join(ROOT, "node_modules/.package-lock.json");
const STAMP = join(ROOT, "node_modules/.plumbline-lock");
const NODE = join(ROOT, "node_modules/node/bin/node");
const TURN = join(ROOT, ".install-turn");

const lockHash = () => createHash("sha256").update(readFileSync(LOCK)).digest("hex");
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8").trim() : "");

function isCurrent() {
  if (!existsSync(INSTALLED) || !existsSync(NODE)) return false;
  return read(STAMP) === lockHash() || statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs;
}

/** npm as it was called, or the one on the path. */
function npm(args, options) {
  const cli = process.env.npm_execpath;
  const known = cli && /npm-cli\.c?js$/.test(cli) && existsSync(cli);
  return known ? spawnSync(process.execPath, [cli, ...args], options) : spawnSync("npm", args, options);
}

/** What npm says when it fails, and what a person can do about it. */
const ADVICE = [
  [/ENOSPC/, "The disk is full. The dependencies need about 1.3 GB."],
  [/EACCES|EPERM|EROFS/, "This folder cannot be written. Check who owns it."],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i,
    "The package registry was not reached. The first start needs the network; behind a proxy or mirror, tell npm with: npm config set registry <address>",
  ],
  [
    /CERT|certificate/i,
    "The registry's certificate was not accepted. Behind a proxy, set NODE_EXTRA_CA_CERTS to its certificate.",
  ],
  [/EUSAGE|in sync/, "package.json and package-lock.json do not agree. Run: npm install"],
];

function fail(text) {
  console.error(`\n${text}`);
  process.exitCode = 1;
  return false;
}

/** Only one process installs; others wait for it. */
function takeTurn() {
  for (;;) {
    try {
      mkdirSync(TURN);
      writeFileSync(join(TURN, "pid"), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = Number(read(join(TURN, "pid")));
    const young = Date.now() - (statSync(TURN, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < 2_000;
    if (!isRunning(holder) && !young) rmSync(TURN, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
}

function isRunning(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function install() {
  const begun = Date.now();
  console.log("Installing the dependencies; on a good line a minute at most ...");
  // Prisma would download an engine we do not use; any existing program in its place prevents that. Browsers come from the system.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
    NODE_ENV: "",
  };
  const options = { cwd: ROOT, env, encoding: "utf8", maxBuffer: 64 << 20 };
  const done = npm(
    ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    options,
  );
  const said = `${done.stderr ?? ""}${done.stdout ?? ""}${done.error?.message ?? ""}`;
  if (done.status !== 0 || !existsSync(NODE)) {
    const advice = ADVICE.find(([pattern]) => pattern.test(said))?.[1] ?? "npm could not install the dependencies.";
    return fail(`${advice}\n\nnpm said:\n${said.trim().split("\n").slice(-12).join("\n")}`);
  }
  writeFileSync(STAMP, lockHash());
  console.log(`Installed in ${((Date.now() - begun) / 1000).toFixed(1)} s.`);
  return true;
}

/** Makes node_modules match package-lock.json; false, with a message printed, when it cannot. */
export function ensureInstalled() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    return fail(
      `Node ${process.versions.node} is too old to begin with. Install Node 20 or newer; the right one for the rest comes along.`,
    );
  }
  if (isCurrent()) return true;
  const version = npm(["--version"], { encoding: "utf8" }).stdout?.trim();
  if (!version) return fail("npm was not found. It comes with Node; reinstall Node or add npm to the PATH.");
  if (Number(version.split(".")[0]) < 10) {
    return fail(
      `npm ${version} is too old: it may run install scripts that should not run. Update it with: npm install --global npm@11`,
    );
  }
  try {
    takeTurn();
    return isCurrent() || install();
  } catch (error) {
    const advice = ADVICE.find(([pattern]) => pattern.test(error.code ?? ""))?.[1];
    return fail(advice ?? `The dependencies could not be installed: ${error.message}`);
  } finally {
    if (read(join(TURN, "pid")) === String(process.pid)) rmSync(TURN, { recursive: true, force: true });
  }
}
