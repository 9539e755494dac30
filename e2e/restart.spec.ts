import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../scripts/ports.ts";
import { saved, startProject } from "./journey.ts";
import { startServer } from "./support/server.ts";

test("a server killed in the middle of the journey loses no answer, and the open page goes on by itself", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const data = mkdtempSync(join(tmpdir(), "plumbline-restart-"));
  const port = await freePort();
  let server = await startServer(port, data);
  try {
    const page = await (await browser.newContext({ baseURL: server.url })).newPage();
    await startProject(page, "Lends tools to neighbours and never promises one tool twice");
    const option = (path: string, id: string) =>
      page.locator(`[data-decision="${path}"] label:has([data-option="${id}"])`);
    const choose = (path: string, id: string) => option(path, id).click();
    const chosen = (path: string, id: string) =>
      expect(page.locator(`[data-decision="${path}"] [data-option="${id}"]`)).toBeChecked();
    await choose("intake.purpose", "internal_service");
    await choose("intake.maturity", "production");
    await saved(page);

    await server.kill();
    await choose("intake.lifespan", "long");
    await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "offline", { timeout: 30_000 });

    server = await startServer(port, data);
    await expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved", { timeout: 60_000 });
    await page.reload();
    await chosen("intake.purpose", "internal_service");
    await chosen("intake.maturity", "production");
    await chosen("intake.lifespan", "long");
    await page.goto(server.url);
    await expect(page.getByText("Lends tools to neighbours").first()).toBeVisible();
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
