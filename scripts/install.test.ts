import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "plumbline-install-"));
  mkdirSync(join(checkout, "scripts"));
  mkdirSync(join(checkout, "bin"));
  for (const file of ["start.mjs", "install.mjs", "hand-over.mjs"]) {
    copyFileSync(join(import.meta.dirname, file), join(checkout, "scripts", file));
  }
  writeFileSync(join(checkout, "package-lock.json"), "{}");
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

/** Puts a program in npm's place that knows its version and answers `npm ci` with the given lines of shell. */
function fakeNpm(version: string, ci: string): void {
  const file = join(checkout, "bin/npm");
  writeFileSync(file, `#!/bin/sh\nif [ "$1" = --version ]; then echo ${version}; exit; fi\n${ci}\n`);
  chmodSync(file, 0o755);
}

/** The first step, as `npm start` runs it, with only the fake npm and the system's own programs on the path. */
function start() {
  const env = { PATH: `${join(checkout, "bin")}:/usr/bin:/bin`, HOME: checkout } as unknown as NodeJS.ProcessEnv;
  return spawnSync(process.execPath, [join(checkout, "scripts/start.mjs")], { env, encoding: "utf8" });
}

/** What a finished install leaves behind; its Node only says that it was reached. */
const INSTALLS = [
  "mkdir -p node_modules/node/bin node_modules/.bin",
  `printf '#!/bin/sh\\necho "handed over: $*"\\n' > node_modules/node/bin/node`,
  "chmod +x node_modules/node/bin/node",
  "echo '{}' > node_modules/.package-lock.json",
  "echo again >> installs",
].join("\n");

test("installs once, hands over, and does not install again until the lock file changes", () => {
  fakeNpm("11.0.0", INSTALLS);
  expect(start().stdout).toMatch(/Installing[\s\S]*handed over: .*serve\.ts/);
  expect(start().stdout).toMatch(/^handed over/);
  writeFileSync(join(checkout, "package-lock.json"), '{ "changed": true }');
  expect(start().stdout).toMatch(/Installing/);
});

test.each([
  ["an npm that is too old", "9.9.9", "exit 0", /npm 9\.9\.9 is too old.*npm install --global/],
  ["no network", "11.0.0", "echo 'npm error code ENOTFOUND' >&2; exit 1", /registry was not reached/],
  ["a full disk", "11.0.0", "echo 'npm error code ENOSPC' >&2; exit 1", /disk is full/],
  ["a folder that cannot be written", "11.0.0", "echo 'npm error code EACCES' >&2; exit 1", /cannot be written/],
  ["a lock file that does not fit", "11.0.0", "echo 'npm error code EUSAGE' >&2; exit 1", /do not agree/],
  [
    "a certificate that is not trusted",
    "11.0.0",
    "echo 'SELF_SIGNED_CERT_IN_CHAIN' >&2; exit 1",
    /certificate was not accepted/,
  ],
])("says what is wrong with %s", (_case, version, ci, message) => {
  fakeNpm(version, ci);
  const { status, stderr } = start();
  expect(stderr).toMatch(message);
  expect(status).toBe(1);
});

test("takes the turn of an installer that was killed", () => {
  fakeNpm("11.0.0", INSTALLS);
  mkdirSync(join(checkout, ".install-turn"));
  writeFileSync(join(checkout, ".install-turn/pid"), "999999999");
  spawnSync("touch", ["-d", "1 minute ago", join(checkout, ".install-turn")]);
  expect(start().stdout).toMatch(/handed over/);
});
