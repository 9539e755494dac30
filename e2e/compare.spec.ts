import { expect, type Page, test } from "@playwright/test";
import { examples } from "#lib/core/catalog/examples.ts";
import { linkTo } from "#lib/core/link/design-link.ts";
import { look, openCopy, saved } from "./journey.ts";

const [service] = examples as [(typeof examples)[number]];

const part = (page: Page, name: string) => page.getByRole("heading", { level: 2, name, exact: true });
const card = (page: Page, path: string) => page.locator(`[data-decision="${path}"]`);

/** A prototype that is to live long: the critic has something to say. */
async function changeAnswers(page: Page): Promise<void> {
  for (const [path, option] of [
    ["intake.maturity", "prototype"],
    ["intake.lifespan", "long"],
  ])
    await card(page, path as string)
      .locator(`label:has([data-option="${option}"])`)
      .click();
  await saved(page);
}

test("a design stands beside its past: decisions, scores, files to their lines, and the inverse", async ({ page }) => {
  const project = await openCopy(page);
  await changeAnswers(page);
  await page.getByRole("link", { name: "Compare designs" }).click();
  await expect(page).toHaveURL(/\/compare$/);
  await expect(page.getByLabel("Left")).toHaveValue("v1");
  await expect(part(page, "Decisions")).toBeVisible();
  await expect(page.getByRole("table", { name: "Decisions that differ" })).toContainText("Maturity");
  await look(page, "compare-designs");

  await page.getByRole("button", { name: "answers.json" }).click();
  const lines = page.getByRole("group", { name: "What differs in .plumbline/answers.json" });
  await expect(lines).toContainText('"maturity": "prototype"');
  await expect(page).toHaveURL(/file=/);
  await look(page, "compare-file");
  await page.reload();
  await expect(lines).toContainText('"maturity": "prototype"');

  const moved = page
    .getByRole("row", { name: /^Total/ })
    .getByRole("cell")
    .last();
  const there = await moved.innerText();
  await page.getByRole("button", { name: "Swap the sides" }).click();
  await expect(page).toHaveURL(/left=now&right=v1/);
  await expect(moved).toHaveText(there.startsWith("+") ? there.replace("+", "−") : there.replace("−", "+"));

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as a patch" }).click();
  expect((await download).suggestedFilename()).toBe("clinic-booking.patch");

  await page.goto(`${project}/compare?left=now&right=now`);
  await expect(page.getByText("No difference")).toBeVisible();
  await look(page, "compare-same");
  await page.goto(`${project}/compare?with=v999`);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("There is no version 999");
  await look(page, "compare-refused");
});

test("a pasted design is compared and stays out of the server's addresses", async ({ page }) => {
  const project = await openCopy(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${project}/compare?right=now&left=pasted`);
  const { intake, ...rest } = service.answers;
  const { features: _, ...unfinished } = { ...rest, intake: { ...intake, codename: "x", lifespan: "long" } };
  await page.getByLabel("A design from elsewhere").fill("{ not json");
  await page.getByRole("button", { name: "Compare it" }).click();
  await expect(page.getByText("neither an answers file nor a link")).toBeVisible();
  await page.getByLabel("A design from elsewhere").fill(JSON.stringify(unfinished));
  await page.getByRole("button", { name: "Compare it" }).click();
  await expect(part(page, "Decisions")).toBeVisible();
  await expect(page.getByRole("table", { name: "Decisions that differ" })).toContainText("Expected lifespan");
  await page.getByText("1 part is left out").click();
  await expect(page.getByText("intake.codename", { exact: false })).toBeVisible();
  await look(page, "compare-pasted");
  await page.reload();
  await expect(part(page, "Decisions")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as a patch" }).click();
  await download;

  await page.getByLabel("Right", { exact: true }).selectOption("pasted");
  const other = { ...service.answers, intake: { ...intake, maturity: "prototype" } };
  await page
    .getByLabel("A design from elsewhere on the right")
    .fill(await linkTo(new URL(page.url()).origin, JSON.stringify(other)));
  await page.getByRole("button", { name: "Compare it" }).last().click();
  const differences = page.getByRole("table", { name: "Decisions that differ" });
  await expect(differences).toContainText("Maturity");
  await look(page, "compare-two-pasted");
  await expect(differences).toContainText(/Production-ready\s*Prototype/);
  await page.getByRole("button", { name: "Swap the sides" }).click();
  await expect(differences).toContainText(/Prototype\s*Production-ready/);
  await page.getByRole("link", { name: /^Findings/ }).click();
  await page.reload();
  await expect(differences).toContainText(/Prototype\s*Production-ready/);
  expect(asked.filter((url) => /(design|left|right)=[\w-]{30}/.test(url))).toEqual([]);
});

test("what if: another answer shows what it would do, and is taken or left", async ({ page }) => {
  await openCopy(page);
  const maturity = card(page, "intake.maturity");
  await maturity.locator("input:checked").focus();
  await page.keyboard.press("w");
  const drawer = page.getByRole("dialog");
  await expect(drawer).toContainText("Nothing is saved until you take it");
  await expect(drawer.getByRole("button", { name: "Take this answer" })).toBeDisabled();
  await drawer.locator('label:has([data-option="prototype"])').click();
  await expect(drawer.getByRole("heading", { name: "Scores" })).toBeVisible();
  await expect(drawer.getByRole("heading", { name: "Files" })).toBeVisible();
  await look(page, "what-if");
  await drawer.getByRole("button", { name: "Leave it as it is" }).click();
  await expect(drawer).toBeHidden();
  await expect(maturity.locator('[data-option="production"]')).toBeChecked();
  await expect(maturity.locator('[data-option="production"]')).toBeFocused();

  await maturity.getByRole("button", { name: /^What if/ }).click();
  await drawer.locator('label:has([data-option="prototype"])').click();
  await drawer.getByRole("button", { name: "Take this answer" }).click();
  await expect(maturity.locator('[data-option="prototype"]')).toBeChecked();
  await saved(page);
  await page.reload();
  await expect(maturity.locator('[data-option="prototype"]')).toBeChecked();
});

test("two projects are compared from the start page, and options of a decision from there", async ({ page }) => {
  await openCopy(page);
  await page.goto("/");
  await page
    .getByRole("button", { name: /^Open a copy/ })
    .nth(1)
    .click();
  await page.waitForURL(/\/p\/[^/]+\/intake/);
  await page.goto("/");
  await look(page, "start-two-projects");
  await page.getByRole("link", { name: "Compare two of them" }).click();
  await expect(part(page, "Packages")).toBeVisible();
  await look(page, "compare-projects");
  await page.getByRole("link", { name: "Options of a decision" }).click();
  await page.getByRole("combobox", { name: "Decision" }).selectOption("architecture.logging");
  await expect(page).toHaveURL(/decision=architecture.logging/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await look(page, "compare-options");
});
