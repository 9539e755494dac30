import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateClient } from "./generate-client.ts";
import { freePort } from "./ports.ts";
import { findChromium } from "./testing/chromium.ts";
import { addTally, noTests, TALLY_FILE, type Tally, takeTally } from "./testing/tally.ts";

const ROOT = join(import.meta.dirname, "..");
const SCRATCH = mkdtempSync(join(tmpdir(), "plumbline-run-"));
const tool = (path: string) => join(ROOT, "node_modules", path);

/** Ends with what it started: on Ctrl-C the children hear it themselves, and this process waits for them. */
function run(args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });
  return new Promise((done) => {
    child.once("error", () => done(1));
    child.once("exit", (code) => done(code ?? 1));
  });
}

async function command(name: string, args: readonly string[]): Promise<Tally> {
  const failed = (await run(args)) !== 0;
  console.log(`${failed ? "✗" : "✓"} ${name}`);
  return { ...noTests(), passed: failed ? 0 : 1, failed: failed ? 1 : 0 };
}

/** Runs a runner whose reporter writes its numbers down; a bad exit with no failed test is a failure of its own. */
async function runner(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<Tally> {
  const file = join(SCRATCH, `${name}.json`);
  const code = await run(args, { ...env, [TALLY_FILE]: file });
  const tally = takeTally(file);
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

const vitest = (project: string, files: readonly string[]) =>
  runner(project, [
    tool("vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter",
    join(ROOT, "scripts/testing/vitest-lines.ts"),
    "--passWithNoTests",
    ...files,
  ]);

async function browser(files: readonly string[]): Promise<Tally> {
  if (!existsSync(join(ROOT, "e2e"))) return noTests();
  const found = findChromium();
  if ("reason" in found) {
    console.log(`✗ The browser tests cannot run: ${found.reason}`);
    return { ...noTests(), failed: 1 };
  }
  const port = await freePort();
  return runner("e2e", [tool("@playwright/test/cli.js"), "test", "--pass-with-no-tests", ...files], {
    CHROMIUM: found.program,
    PLUMBLINE_E2E_PORT: String(port),
    PLUMBLINE_E2E_DATA: join(SCRATCH, "e2e"),
  });
}

/** In the order in which they are quickest to say that something is wrong. */
const SUITES: Record<string, (files: readonly string[]) => Promise<Tally>> = {
  lint: () =>
    command("lint and format (biome)", [tool("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]),
  types: () => command("types (tsc)", [tool("typescript/bin/tsc"), "--noEmit", "-p", "."]),
  unit: (files) => vitest("unit", files),
  db: (files) => vitest("db", files),
  sandbox: (files) => vitest("sandbox", files),
  generated: (files) => vitest("generated", files),
  e2e: browser,
};

const asked = process.argv.slice(2);
const chosen = asked.filter((word) => word in SUITES);
const files = asked.filter((word) => !(word in SUITES));
const begun = Date.now();
const total = noTests();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    rmSync(SCRATCH, { recursive: true, force: true });
    process.exitCode = 130;
  });
}

generateClient();
for (const [name, suite] of Object.entries(SUITES)) {
  if (process.exitCode === 130) break;
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n${name}`);
  const tally = await suite(files);
  addTally(total, tally);
}
rmSync(SCRATCH, { recursive: true, force: true });

const withoutDocker = total.skipped.filter(({ reason }) => /docker/i.test(reason));
const dockerRequired = process.env.PLUMBLINE_REQUIRE_DOCKER === "1";
if (total.skipped.length > 0) console.log("\nSkipped:");
for (const { name, reason } of total.skipped) console.log(`- ${name}: ${reason}`);
if (dockerRequired && withoutDocker.length > 0) {
  console.log("PLUMBLINE_REQUIRE_DOCKER=1: what was skipped for want of Docker counts as failed.");
  total.failed += withoutDocker.length;
  total.skipped = total.skipped.filter(({ reason }) => !/docker/i.test(reason));
}
if (total.unsteady.length > 0) console.log("\nPassed only when tried again:");
for (const { name, reason } of total.unsteady) console.log(`- ${name}\n${reason.replace(/^/gm, "    ")}`);
console.log(`\nTook ${((Date.now() - begun) / 1000).toFixed(0)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
if (total.failed > 0 && process.exitCode !== 130) process.exitCode = 1;
// The channel to the first step would keep this process alive.
process.disconnect?.();
