import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { saved, startProject } from "./journey.ts";

interface Hostile {
  id: string;
  cls: string;
  input?: unknown;
}

const FIXTURE = join(import.meta.dirname, "../lib/core/catalog/hostile-inputs.fixture.jsonl");
const TEXT_CLASSES = ["xss", "js", "jinja", "eta", "py-string"];
const hostile = readFileSync(FIXTURE, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Hostile)
  .filter(({ cls, input }) => TEXT_CLASSES.includes(cls) && typeof input === "string");

const SENTENCE = "Keeps parcels for a shop and never hands one to a stranger";

test("hostile texts are shown as the text they are, or refused at the field; none of them runs", async ({ page }) => {
  const alarms: string[] = [];
  page.on("dialog", (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) alarms.push(message.text());
  });
  await startProject(page, SENTENCE);
  const card = page.locator('[data-decision="intake.description"]');
  const field = card.getByRole("textbox");
  const address = page.url();
  expect(hostile.length).toBeGreaterThan(10);
  for (const { id, input } of hostile) {
    const oneLine = String(input).replace(/[\n\r]+/g, " ");
    await field.fill(oneLine);
    await field.blur();
    const problem = page.locator("#intake-description-problem");
    await expect(async () => {
      const state = await page.locator("[data-save]").getAttribute("data-save");
      expect(state === "saved" || (await problem.isVisible()), id).toBe(true);
    }).toPass({ timeout: 20_000 });
    if (await problem.isVisible()) continue;
    await page.reload();
    await expect(field, id).toHaveValue(oneLine.trim().normalize("NFC"));
    expect(page.url(), id).toBe(address);
  }
  expect(alarms).toEqual([]);
});

test("a request that another site sends, or that hides where it comes from, changes nothing", async ({ page }) => {
  const project = await startProject(page, SENTENCE);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const address = new URL(`${project}/lint`, page.url());
  const body = JSON.stringify({ path: "README.md", text: "# x" });
  const send = (headers: Record<string, string>) =>
    fetch(address, { method: "POST", headers: { "content-type": "application/json", cookie, ...headers }, body });
  expect((await send({ origin: "https://evil.example" })).status).toBe(403);
  expect((await send({ origin: "null" })).status).toBe(403);
  expect((await send({})).status).toBe(403);
  expect((await send({ origin: address.origin, cookie: "sid=stranger" })).status).toBe(404);
});

test("a stage out of turn says what has to be finished first", async ({ page }) => {
  const project = await startProject(page, SENTENCE);
  await saved(page);
  for (const step of ["features", "review/2", "plan", "deliver"]) {
    await page.goto(`${project}/${step}`);
    await expect(page.locator("main")).toContainText(/first|not finished/i);
    await expect(page.getByRole("button", { name: /^Approve plan|^Confirm|^Run the review/ })).toHaveCount(0);
  }
});
