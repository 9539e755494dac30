import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../scripts/ports.ts";
import { isAlive } from "../scripts/processes.ts";

const ROOT = join(import.meta.dirname, "..");
let data: string;

test.beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "plumbline-start-"));
});
test.afterEach(() => rmSync(data, { recursive: true, force: true }));

/** `npm start` without npm, on a data folder of this test. */
function start(env: Record<string, string>) {
  const child = spawn("node", [join(ROOT, "scripts/start.mjs")], {
    cwd: ROOT,
    env: { ...process.env, PLUMBLINE_DATA: data, ...env },
    // The channel ends it if the test is ended before it could.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (said += chunk));
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const says = (text: RegExp) => expect.poll(() => said, { timeout: 90_000 }).toMatch(text);
  return { child, ended, says, said: () => said };
}

const postgresPid = () => Number(readFileSync(join(data, "postgres/cluster/postmaster.pid"), "utf8").split("\n")[0]);

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 0],
] as const) {
  test(`${signal} stops everything and exits ${code}`, async () => {
    const port = await freePort();
    const run = start({ PORT: String(port) });
    await run.says(/is ready at/);
    const pid = postgresPid();
    run.child.kill(signal);
    expect(await run.ended).toBe(code);
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(data, "start.json"))).toBe(false);
    await expect(fetch(`http://localhost:${port}/livez`)).rejects.toThrow();
  });
}

test("a second start on the same folder names the first", async () => {
  const port = await freePort();
  const first = start({ PORT: String(port) });
  await first.says(/is ready at/);
  const second = start({});
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`already runs from this folder at http://localhost:${port}`);
  first.child.kill("SIGTERM");
  await first.ended;
});

test("the web server goes with a start that is killed, and the next start takes over its database", async () => {
  const port = await freePort();
  const first = start({ PORT: String(port) });
  await first.says(/is ready at/);
  const { pid } = JSON.parse(readFileSync(join(data, "start.json"), "utf8"));
  process.kill(pid, "SIGKILL");
  await first.ended;
  await expect
    .poll(() =>
      fetch(`http://localhost:${port}/livez`).then(
        () => "up",
        () => "down",
      ),
    )
    .toBe("down");

  const second = start({ PORT: String(port) });
  await second.says(/Found the database still running[\s\S]*is ready at/);
  second.child.kill("SIGTERM");
  expect(await second.ended).toBe(0);
});

test("the database comes back when it is killed", async () => {
  const port = await freePort();
  const run = start({ PORT: String(port) });
  await run.says(/is ready at/);
  process.kill(postgresPid(), "SIGKILL");
  await run.says(/starting it again/);
  await expect
    .poll(() => fetch(`http://localhost:${port}/readyz`).then(({ status }) => status), { timeout: 20_000 })
    .toBe(200);
  run.child.kill("SIGTERM");
  await run.ended;
});

test("a port that is asked for and taken is named", async () => {
  const other = createServer().listen(0);
  const { port } = other.address() as { port: number };
  const run = start({ PORT: String(port) });
  expect(await run.ended).toBe(1);
  expect(run.said()).toContain(`Port ${port} is taken by another program`);
  other.close();
});

test("a database that does not answer is named", async () => {
  const run = start({ PORT: String(await freePort()), DATABASE_URL: "postgresql://nobody:x@127.0.0.1:1/none" });
  expect(await run.ended).toBe(1);
  expect(run.said()).toMatch(/DATABASE_URL.*ECONNREFUSED/);
});
