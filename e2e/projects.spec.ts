import { expect, type Page, test } from "@playwright/test";
import { PROJECTS_A_PAGE } from "#lib/core/view/project-list.ts";
import { look, saved, startProject } from "./journey.ts";

const GONE = 404;

/** A project with a name; gives its path. */
async function startNamed(page: Page): Promise<string> {
  const project = await startProject(page, "Keeps parcels for a shop and never hands one to a stranger");
  const name = page.locator('[data-decision="intake.repository_name"]').getByRole("textbox");
  await name.fill("parcel-desk");
  await name.blur();
  await saved(page);
  return project;
}

async function makeLink(page: Page, project: string): Promise<string> {
  await page.goto(`${project}/share`);
  await page.getByLabel("For whom").fill("Ana Ruiz");
  await page.getByRole("button", { name: "Make the link" }).click();
  return page.getByRole("region", { name: "The link for Ana Ruiz" }).locator("[data-secret]").innerText();
}

test("one of many projects is found by its name and deleted, and its link leads nowhere", async ({ page, browser }) => {
  test.setTimeout(300_000);
  const project = await startNamed(page);
  const link = await makeLink(page, project);
  // Those that come after it fill the first page.
  for (let index = 1; index <= PROJECTS_A_PAGE; index++)
    await startProject(page, `Counts the boats of harbour ${index}`);
  const stranger = await browser.newPage();
  expect((await stranger.goto(link))?.status()).toBe(200);

  await page.goto("/");
  const list = page.getByRole("region", { name: "Continue a project" });
  const heading = list.getByRole("heading");
  const mine = list.getByRole("link", { name: /^parcel-desk/ });
  await expect(mine).toBeHidden();
  await look(page, "projects");
  await list.getByRole("link", { name: "Older" }).press("Enter");
  await expect(mine).toBeVisible();
  await expect(heading).toBeFocused();

  const search = list.getByRole("searchbox");
  await search.pressSequentially("nothing like it");
  await expect(list.getByText("No project is called")).toBeVisible();
  await look(page, "projects-none");
  await list.getByRole("link", { name: `Show all ${PROJECTS_A_PAGE + 1} projects` }).press("Enter");
  await expect(heading).toBeFocused();
  await expect(search).toHaveValue("");
  await search.pressSequentially("PARCEL");
  await expect(list.getByRole("status")).toHaveText(`1 of ${PROJECTS_A_PAGE + 1} projects`);
  await expect(search).toBeFocused();
  await page.reload();
  await expect(search).toHaveValue("PARCEL");
  await expect(mine).toBeVisible();

  await list.getByRole("button", { name: "Delete parcel-desk" }).press("Enter");
  const dialog = page.getByRole("dialog");
  const agree = dialog.getByRole("button", { name: "Delete for good" });
  await expect(agree).toBeDisabled();
  await dialog.getByRole("textbox").fill("parcel-desk");
  await look(page, "project-delete");
  await agree.click();
  await expect(mine).toBeHidden();
  await expect(heading).toBeFocused();

  expect((await page.goto(project))?.status()).toBe(GONE);
  // The stranger's page notices by itself and leaves; a visit would meet it on its way.
  expect((await stranger.request.get(link)).status()).toBe(GONE);
  await stranger.close();
});
