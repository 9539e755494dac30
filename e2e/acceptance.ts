import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { look } from "./journey.ts";

/** On the page of a file: accepts every file that passes, by name. */
export async function acceptAllThatPass(page: Page): Promise<void> {
  // Below 1024 px the list of files is a sheet of its own.
  const list = page.getByRole("button", { name: "Show the list of files" });
  if (await list.isVisible()) await list.click();
  await page.getByRole("button", { name: "Accept all that pass" }).filter({ visible: true }).first().click();
  const accept = page
    .getByRole("dialog")
    .getByRole("button", { name: /^Accept these/ })
    .last();
  await expect(accept).toBeEnabled({ timeout: 180_000 });
  await accept.click();
  await expect(accept).toBeHidden({ timeout: 60_000 });
}

/** From the plan to the page of ways out: approve, check and accept everything by name. */
export async function acceptEverything(page: Page, project: string, name: string): Promise<void> {
  await page.goto(`${project}/plan`);
  await look(page, `${name}-plan`);
  await page.getByRole("button", { name: /^Approve plan of/ }).click();
  await page.waitForURL(/\/files\//, { timeout: 60_000 });
  await page.goto(`${project}/files/pyproject.toml`);
  await look(page, `${name}-workbench`);
  await acceptAllThatPass(page);
  await page.goto(`${project}/deliver`);
  await look(page, `${name}-deliver`);
}

/** The zip as a browser gets it from the page of ways out. */
export async function downloadZip(page: Page): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the zip" }).click();
  return readFileSync(await (await download).path());
}
