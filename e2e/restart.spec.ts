import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../scripts/ports.ts";
import { startServer } from "./support/server.ts";

const SENTENCE = "Lends tools to neighbours and never promises one tool twice";

test("a project is as it was after the server was killed without warning", async ({ page }) => {
  const data = mkdtempSync(join(tmpdir(), "plumbline-restart-"));
  const port = await freePort();
  let server = await startServer(port, data);
  try {
    await page.goto(server.url);
    await page.getByLabel("What are you building, in one sentence").fill(SENTENCE);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await page.waitForURL(/\/p\/[\w-]{22}\//);
    const address = page.url();

    await server.kill();
    await expect(page.reload()).rejects.toThrow();
    server = await startServer(port, data);

    await page.goto(address);
    await expect(
      page
        .getByText(SENTENCE)
        .or(page.locator(`[value="${SENTENCE}"]`))
        .first(),
    ).toBeVisible();
    await page.goto(server.url);
    await expect(page.getByText(SENTENCE).first()).toBeVisible();
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
