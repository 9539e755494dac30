import { expect, test } from "@playwright/test";
import { startProject } from "./journey.ts";

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
