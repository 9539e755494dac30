import { expect, type Page, test } from "@playwright/test";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { look, openCopy, openDesign, saved } from "./journey.ts";

const [{ answers: clinic }] = examples as [(typeof examples)[number]];

/** One own path, and the short questions of the guided layout, so that every editor of the structure is asked for. */
const laidOut: Answers = {
  ...clinic,
  structure: {
    ...clinic.structure,
    mode: "guided",
    guided: { components: [], exposure: "api", folders: [], examples: false, tests: "apart", docs: "none" },
    paths: ["notes/today.md"],
  },
};

const card = (page: Page, path: string) => page.locator(`[data-decision="${path}"]`);
const drawer = (page: Page) => page.getByRole("dialog", { name: /^What if/ });
const part = (page: Page, name: string) => drawer(page).getByRole("heading", { level: 2, name, exact: true });
const button = (page: Page, name: string) => drawer(page).getByRole("button", { name });
const waits = (page: Page, path: string) => card(page, path).getByText("You tried another answer");
const differs = (page: Page, name: string) => drawer(page).getByRole("button", { name: new RegExp(name) });

const whatIf = (page: Page, path: string) =>
  card(page, path)
    .getByRole("button", { name: /^What if/ })
    .click();

test("what if on a text: the draft outlives Escape, says so, and leaves nothing when it is dropped", async ({
  page,
}) => {
  await openCopy(page);
  const field = card(page, "intake.description").getByRole("textbox");
  const stored = await field.inputValue();
  await field.focus();
  await page.keyboard.press("Alt+w");
  const tried = drawer(page).getByRole("textbox");
  await expect(tried).toHaveValue(stored);
  await expect(button(page, "Take this answer")).toBeDisabled();

  await tried.fill("long ".repeat(110));
  await expect(drawer(page).getByText("It cannot be taken yet.")).toBeVisible();
  await expect(tried).toHaveAttribute("aria-invalid", "true");
  await tried.fill("Lends canoes to members of a club");
  await expect(part(page, "Files")).toBeVisible();
  await look(page, "what-if-text");

  await tried.fill("Lends canoes to members of a rowing club");
  await page.keyboard.press("Escape");
  await expect(drawer(page)).toBeHidden();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(stored);
  await expect(waits(page, "intake.description")).toBeVisible();
  await look(page, "what-if-waits");
  await card(page, "intake.description").getByRole("button", { name: "Look at it again" }).click();
  await expect(tried).toHaveValue("Lends canoes to members of a rowing club");
  await button(page, "Leave it as it is").click();
  await expect(drawer(page)).toBeHidden();
  await expect(waits(page, "intake.description")).toBeHidden();
  await page.reload();
  await expect(field).toHaveValue(stored);
});

test("what if on a list, on several options and on a number, and undo of what was taken", async ({ page }) => {
  await openCopy(page);
  const nots = card(page, "intake.non_goals");
  await whatIf(page, "intake.non_goals");
  await drawer(page).getByRole("button", { name: "Remove “no web ui”" }).click();
  // A line that was typed and not added counts when the answer is taken.
  await drawer(page).getByRole("textbox").fill("no reminders");
  await button(page, "Take this answer").click();
  await expect(drawer(page)).toBeHidden();
  await expect(nots.getByRole("listitem")).toHaveText(["no payments", "no calendar sync", "no reminders"]);
  await saved(page);

  await whatIf(page, "intake.users");
  await drawer(page).locator('label:has([data-option="external"])').click();
  await expect(drawer(page).getByRole("table", { name: "Decisions that differ" })).toContainText("Internal team");
  await look(page, "what-if-choices");
  await button(page, "Leave it as it is").click();
  await expect(card(page, "intake.users").locator('[data-option="external"]')).toBeChecked();

  await whatIf(page, "intake.tier");
  await drawer(page).locator('label:has([data-option="4"])').click();
  await expect(drawer(page).getByText("The tier becomes")).toBeVisible();
  await button(page, "Take this answer").click();
  await expect(card(page, "intake.tier").locator('[data-option="4"]')).toBeChecked();
  await saved(page);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(card(page, "intake.tier").locator('[data-option="3"]')).toBeChecked();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(nots.getByRole("listitem")).toHaveText(["no payments", "no web ui", "no calendar sync"]);
});

test("what if in the editors of the structure: nothing reaches the answer before it is taken", async ({ page }) => {
  test.setTimeout(240_000);
  const project = await openDesign(page, laidOut, "what-if");
  await page.goto(`${project}/structure`);

  const resource = card(page, "structure.resources").getByLabel("Name, one of them");
  await whatIf(page, "structure.resources");
  await drawer(page).getByLabel("Name, one of them").fill("not a name");
  await button(page, "Take this answer").click();
  await expect(drawer(page).getByLabel("Name, one of them")).toHaveAttribute("aria-invalid", "true");
  await expect(drawer(page).getByLabel("Name, one of them")).toBeFocused();
  await drawer(page).getByLabel("Name, one of them").fill("Visit");
  await drawer(page).getByLabel("Plural, as in addresses").fill("visits");
  await expect(part(page, "Files")).toBeVisible();
  await differs(page, "visits").first().click();
  await expect(drawer(page).getByRole("group", { name: /^What differs in .*visits/ })).toContainText("Visit");
  await look(page, "what-if-resources");
  await expect(resource).toHaveValue("Appointment");
  // The stage is confirmed, so taking asks once more; going back leaves the wish where it was.
  await button(page, "Take this answer").click();
  await page.getByRole("button", { name: "Keep the confirmed answer" }).click();
  await expect(resource).toHaveValue("Appointment");
  await card(page, "structure.resources").getByRole("button", { name: "Drop it" }).click();
  await expect(waits(page, "structure.resources")).toBeHidden();

  await whatIf(page, "structure.paths");
  await drawer(page).getByRole("treeitem", { name: "today.md" }).focus();
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await expect(drawer(page)).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(differs(page, "notes/today.md")).toBeVisible();
  await look(page, "what-if-tree");
  await button(page, "Leave it as it is").click();
  await expect(card(page, "structure.paths").getByRole("treeitem", { name: "today.md" })).toBeVisible();

  await whatIf(page, "structure.guided");
  await drawer(page).getByRole("checkbox", { name: "Schemas" }).check();
  await button(page, "Put these folders into the tree").click();
  await expect(drawer(page).getByRole("table", { name: "Decisions that differ" })).toContainText(
    "Own files and folders",
  );
  await look(page, "what-if-guided");
  await button(page, "Leave it as it is").click();
  await expect(card(page, "structure.paths").getByRole("treeitem", { name: "schemas yours" })).toHaveCount(0);

  const modules = card(page, "structure.modules");
  await whatIf(page, "structure.modules");
  await button(page, "Edit the API").click();
  await drawer(page).locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\n\ndef refund(nights: int) -> Decimal: ...\n");
  await expect(differs(page, "booking/pricing.py")).toBeVisible();
  await look(page, "what-if-modules");
  await button(page, "Take this answer").click();
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(modules).toContainText("def refund");
  await saved(page);
  await page.reload();
  await expect(modules).toContainText("def refund");
});
