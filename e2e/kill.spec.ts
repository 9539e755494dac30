import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { firstFreeFrom } from "../scripts/ports.ts";
import { saved, startProject } from "./journey.ts";

const ROOT = join(import.meta.dirname, "..");
const READY_MS = 240_000;

/** Starts the product as `npm start` does, on a port and a data folder of its own. */
async function startServer(port: number, data: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(ROOT, "scripts/serve.ts")], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), PLUMBLINE_DATA: data, DATABASE_URL: "" },
    stdio: "ignore",
  });
  for (const until = Date.now() + READY_MS; Date.now() < until; await sleep(250)) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    if ((await fetch(`http://localhost:${port}/readyz`).catch(() => undefined))?.ok) return server;
  }
  throw new Error("the server was not ready in time");
}

test("a server killed in the middle of the journey loses no answer, and the open page goes on by itself", async ({
  browser,
}, info) => {
  test.skip(info.project.name !== "light", "Killing the server says nothing about colours or widths; once is enough.");
  test.setTimeout(600_000);
  const data = mkdtempSync(join(tmpdir(), "plumbline-kill-"));
  const port = (await firstFreeFrom(3600)) ?? 3600;
  let server = await startServer(port, data);
  try {
    const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
    const page = await context.newPage();
    await startProject(page, "Keeps parcels for a shop and never hands one to a stranger");
    const choose = (path: string, option: string) =>
      page.locator(`[data-decision="${path}"] label:has([data-option="${option}"])`).click();
    const chosen = (path: string, option: string) =>
      expect(page.locator(`[data-decision="${path}"] [data-option="${option}"]`)).toBeChecked();
    await choose("intake.purpose", "internal_service");
    await choose("intake.maturity", "production");
    await saved(page);

    server.kill("SIGKILL");
    await new Promise((gone) => server.once("exit", gone));
    await choose("intake.lifespan", "long");
    await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "offline", { timeout: 30_000 });

    server = await startServer(port, data);
    await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved", { timeout: 60_000 });
    await page.reload();
    await chosen("intake.purpose", "internal_service");
    await chosen("intake.maturity", "production");
    await chosen("intake.lifespan", "long");
  } finally {
    server.kill("SIGTERM");
    await Promise.race([new Promise((gone) => server.once("exit", gone)), sleep(15_000)]);
  }
});
