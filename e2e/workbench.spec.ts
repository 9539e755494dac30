import { expect, type Page, test } from "@playwright/test";
import { type Example, examples } from "#lib/core/catalog/examples.ts";
import { look, openDesign, proceedWithReview } from "./journey.ts";

const { answers } = examples[1] as Example;

/** A project of the second example whose plan is approved. */
async function approved(page: Page): Promise<string> {
  const project = await openDesign(page, answers, "workbench");
  await proceedWithReview(page, "workbench-review-2");
  await page.goto(`${project}/plan`);
  await page.getByRole("button", { name: /^Approve plan of/ }).click();
  await page.waitForURL(/\/files\//, { timeout: 60_000 });
  return project;
}

test("an agent's token is shown once, opens the project's tasks, and is worthless once revoked", async ({
  page,
  playwright,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const project = await approved(page);
  await page.goto(`${project}/agents`);
  await page.getByRole("textbox", { name: "Name" }).fill("Claude Code");
  await page.getByRole("button", { name: "Make a token" }).click();
  const box = page.getByRole("region", { name: "The token of Claude Code" });
  const token = await box.locator("code").first().innerText();
  await look(page, "agents");
  await page.reload();
  await expect(page.getByText("never", { exact: false }).first()).toBeVisible();
  expect(await page.content()).not.toContain(token);

  const agent = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  });
  const tasks = `/api/v1/projects/${project.split("/").at(-1)}/tasks`;
  expect((await agent.get(tasks)).status()).toBe(200);
  await page.getByRole("button", { name: "Revoke the token for Claude Code" }).click();
  await page.getByRole("button", { name: "Revoke now" }).click();
  await expect(page.getByText("revoked", { exact: true })).toBeVisible();
  expect((await agent.get(tasks)).status()).toBe(401);
});

test("files from the disk find their places, what has none is named, and a broken one is mended by leave", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const project = await approved(page);
  const list = page.getByRole("button", { name: "Show the list of files" });
  if (await list.isVisible()) await list.click();
  const text = (name: string, content: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  await page
    .getByLabel("Choose files to take as drafts")
    .last()
    .setInputFiles([text(".python-version", "3.13\n"), text("notes.txt", "no place\n")]);
  const dialog = page.getByRole("dialog", { name: "2 files to take" });
  await expect(dialog.getByText("One has no place in the plan by name")).toBeVisible();
  await expect(dialog.getByLabel("Where .python-version belongs")).toHaveValue(".python-version");
  await dialog.getByLabel("Where notes.txt belongs").selectOption("LICENSE");
  await dialog.getByRole("button", { name: "Save these 2 drafts" }).click();
  await expect(dialog.getByText("Saved as draft 1 of LICENSE")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();

  await page.goto(`${project}/files/src/${answers.intake.package_name}/__init__.py?edit=1`);
  const editor = page.locator(".cm-content");
  await editor.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\nLATER   =   1\n");
  await page.getByRole("button", { name: "Save as a new draft" }).click();
  const repair = page.getByRole("region", { name: "A repair is proposed" });
  await expect(repair).toBeVisible({ timeout: 60_000 });
  await look(page, "repair");
  await repair.getByRole("button", { name: /formatted text|new draft/ }).click();
  await expect(page.getByText("The repair is draft 2.")).toBeVisible();
  await expect(repair).toBeHidden();
  await page.goto(`${project}/proof`);
  await look(page, "proof");
});
