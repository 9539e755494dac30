import { expect, test } from "@playwright/test";
import { openCopy, startProject } from "./journey.ts";

test("the focus stays where one works when what was pressed goes away", async ({ page }) => {
  await startProject(page, "Keeps parcels for a shop and never hands one to a stranger");
  const field = (id: string) => page.locator(`[data-decision="intake.${id}"]`).getByRole("textbox");
  await field("package_name").fill("Parcel Desk");
  await field("package_name").press("Enter");
  await expect(field("repository_name")).toBeFocused();
  await page.getByRole("button", { name: "1 not saved" }).click();
  await expect(field("package_name")).toBeFocused();
  await field("package_name").fill("parcel_desk");
  await field("package_name").press("Enter");
  const repository = page.locator('[data-decision="intake.repository_name"]');
  await repository.getByRole("button", { name: "Take it" }).click();
  await expect(field("repository_name")).toBeFocused();
  await expect(field("repository_name")).toHaveValue("parcel-desk");
});

test("the focus goes along to the page that comes and back to a button that worked", async ({ page }) => {
  await openCopy(page);
  const heading = (name: string) => page.getByRole("heading", { level: 1, name });
  for (const next of ["Architecture", "Review 1"]) {
    await page.getByLabel(/This is accurate and complete/).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(heading(next)).toBeFocused({ timeout: 20_000 });
  }
  await page.getByRole("button", { name: "Run the review" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: /^Score:/ })).toBeFocused({ timeout: 20_000 });
  // The server is away: the answer that could not be sent keeps the focus, so that it can be sent again.
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Proceed" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The server did not answer.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Proceed" })).toBeFocused();
});

test("what is chosen can be told from the rest in the colours of the system", async ({ page }) => {
  await openCopy(page);
  await page.emulateMedia({ forcedColors: "active" });
  const label = page.locator("label:has(input[type=radio]:checked)").first();
  const dot = label.locator("input + span > span");
  const colours = await dot.evaluate((one) =>
    [one, one.parentElement].map((each) => getComputedStyle(each as Element).backgroundColor),
  );
  expect(colours[0]).not.toBe(colours[1]);
});
