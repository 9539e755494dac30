import { expect, test } from "@playwright/test";
import { examples } from "#lib/core/catalog/examples.ts";
import { linkTo } from "#lib/core/link/design-link.ts";
import { look } from "./journey.ts";

const [service] = examples as [(typeof examples)[number]];

const linkOf = (document: unknown) => linkTo("", JSON.stringify(document));

test("a design travels in a link: looked at, started, and taken along again", async ({ page, browser }) => {
  await page.goto(await linkOf(service.answers));
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("clinic-booking");
  await expect(dialog).toContainText("Nothing is stored until you start");
  await look(page, "link-opened");
  await dialog.getByRole("button", { name: "Start a project with these answers" }).click();
  await page.waitForURL(/\/p\/[^/]+\//);

  await page.getByRole("button", { name: "Answers as a link or a file" }).click();
  const field = page.getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(/\/#design=[\w-]+$/);
  await look(page, "link-made");
  const link = await field.inputValue();
  await page.getByText("QR code", { exact: true }).click();
  const code = page.getByRole("img", { name: "QR code of the link" });
  // Black on white in the dark as well, with room around it.
  await expect(code.locator("rect")).toHaveAttribute("fill", "white");
  await look(page, "link-code");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the answers file" }).click();
  expect((await download).suggestedFilename()).toBe("clinic-booking.answers.json");

  const stranger = await browser.newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole("dialog")).toContainText("clinic-booking");
  await stranger.close();
});

test("what a link of another version holds too much is named, and the rest opens", async ({ page }) => {
  const { intake, ...rest } = service.answers;
  await page.goto(await linkOf({ ...rest, intake: { ...intake, codename: "x", purpose: "microservice" } }));
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("2 parts are left out");
  await expect(dialog).toContainText("intake.codename");
  await dialog.getByRole("button", { name: "Not now" }).click();
  await expect(dialog).toBeHidden();
  expect(new URL(page.url()).hash).toBe("");
});

test("a broken link says so, and a link that is pasted into the open page is read too", async ({ page }) => {
  await page.goto("/#design=QUJDREVGRw");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("The link is cut or was changed on its way");
  await look(page, "link-broken");
  const link = await linkOf({ plumbline: 1, intake: { description: '<img src=x onerror="alert(1)">' } });
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    link.slice(link.indexOf("#")),
  );
  await expect(page.getByRole("dialog")).toContainText('<img src=x onerror="alert(1)">');
});

test("the reference of the API can be read at every width", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "HTTP API" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("HTTP API");
  await look(page, "api-reference");
  await page.getByRole("link", { name: "wrong-answers" }).first().click();
  await expect(page.locator("#wrong-answers")).toBeInViewport();
});
