import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { look, openDesign, proceedWithReview, saved } from "./journey.ts";

const [service] = examples as [(typeof examples)[number]];

/** How long after a change on one side the other side may still be as it was. */
const LIVE = { timeout: 10_000 };

/** Makes a link on the share page; gives its address. */
async function makeLink(page: Page, label: string, scope = "Look, comment, give a verdict"): Promise<string> {
  await page.getByLabel("For whom").fill(label);
  await page.getByLabel("They may").selectOption({ label: scope });
  await page.getByRole("button", { name: "Make the link" }).click();
  const made = page.getByRole("region", { name: `The link for ${label}` });
  return made.locator("[data-secret]").innerText();
}

/** Comments on a part through the form in its margin. */
async function comment(page: Page, about: string, text: string): Promise<void> {
  await page.getByRole("button", { name: `Comment on ${about}`, exact: true }).click();
  const form = page.getByRole("textbox", { name: `Comment on ${about}` });
  await form.fill(text);
  await form.press("Control+Enter");
  await expect(page.getByRole("article").getByText(text)).toBeVisible();
}

/** How a page is asked for: by a browser, and by the router of an open page. */
const VARIANTS: Record<string, string>[] = [{}, { RSC: "1", "Next-Router-Prefetch": "1" }];

/** Whatever is asked for at an address that opens nothing: not found for a browser, and not a word of the design for anyone. */
async function tryWrongAddresses(request: APIRequestContext, address: string): Promise<void> {
  const token = address.slice(-32);
  for (const other of ["A".repeat(32), `${token.slice(0, 31)}${token.endsWith("A") ? "B" : "A"}`, `${token}x`])
    for (const path of ["", "/changes", "/files/README.md", "/live", "/ended", "/opengraph-image"])
      for (const headers of VARIANTS) {
        const answer = await request.get(`${address.replace(token, other)}${path}`, { headers });
        if (!headers.RSC) expect([other, path, answer.status()]).toEqual([other, path, 404]);
        expect(await answer.text()).not.toContain("clinic");
      }
}

const stranger = { cookies: [], origins: [] };

test("a colleague reviews through a link, sees the revision live and approves; the report tells it", async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  const project = await openDesign(page, service.answers as Answers, "shared");
  await proceedWithReview(page, "shared-review-2");
  await page.goto(`${project}/share`);
  await look(page, "share-empty");
  const address = await makeLink(page, "The platform team");
  await look(page, "share-link-made");

  const { viewport, colorScheme } = test.info().project.use;
  const context = await browser.newContext({
    storageState: stranger,
    ...(viewport ? { viewport } : {}),
    ...(colorScheme ? { colorScheme } : {}),
  });
  const reviewer = await context.newPage();
  const alarms: string[] = [];
  reviewer.on("dialog", (dialog) => void alarms.push(dialog.message()));
  await reviewer.goto(address);
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText("clinic-booking");
  await look(reviewer, "shared-design");

  await reviewer.getByRole("button", { name: "Comment on the design as a whole" }).click();
  await reviewer.getByLabel("Your name").fill("Ana Ruiz");
  await reviewer.getByRole("textbox", { name: "Comment on the design as a whole" }).fill("x".repeat(2_001));
  await reviewer.getByRole("button", { name: "Send the comment" }).click();
  await expect(reviewer.getByText("This has 2001 characters")).toBeVisible();
  await reviewer
    .getByRole("textbox", { name: "Comment on the design as a whole" })
    .fill('<img src=x onerror="alert(1)"> reads well');
  await reviewer.getByRole("button", { name: "Send the comment" }).click();
  await expect(reviewer.getByText('<img src=x onerror="alert(1)"> reads well')).toBeVisible();
  await comment(reviewer, "Logging", "Why not the standard library?");
  const finding = reviewer.getByRole("button", { name: /^Comment on finding/ }).first();
  const about = (await finding.innerText()).replace(/^Comment\s*on /, "");
  await comment(reviewer, about, "This one worries me");
  await reviewer.getByRole("tab", { name: "Plan" }).click();
  await reviewer.getByRole("link", { name: "pyproject.toml" }).click();
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText("pyproject.toml");
  await comment(reviewer, "line 3", "Is this version meant?");
  await look(reviewer, "shared-file");
  await reviewer.goto(address);
  await reviewer.getByRole("button", { name: "Request changes" }).click();
  await reviewer.getByRole("textbox", { name: "What should change" }).fill("Take the standard library for logging");
  await reviewer.getByRole("button", { name: "Request these changes" }).click();
  await expect(reviewer.getByText("You requested changes.")).toBeVisible();
  await look(reviewer, "shared-commented");

  await expect(page.getByRole("heading", { name: "Comments, 4 open" })).toBeVisible(LIVE);
  await expect(page.getByText("Take the standard library for logging")).toBeVisible();
  await look(page, "share-inbox");
  const thread = page.getByRole("article", { name: "Ana Ruiz on Logging" });
  await thread.getByRole("button", { name: "Answer" }).click();
  await thread.getByRole("textbox").fill("You are right");
  await thread.getByRole("button", { name: "Send the answer" }).click();
  await expect(reviewer.getByText("You are right")).toBeVisible(LIVE);
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(reviewer.getByText("Resolved")).toBeVisible(LIVE);

  await thread.getByRole("link", { name: "Logging" }).click();
  await page.locator('[data-decision="architecture.logging"] label:has([data-option="stdlib"])').click();
  await page.getByRole("dialog").getByRole("button", { name: "Change it" }).click();
  await saved(page);
  await expect(reviewer.getByText("Changed since this link was made")).toBeVisible(LIVE);
  await reviewer.getByRole("link", { name: "See what changed" }).click();
  await expect(reviewer.getByRole("definition").filter({ hasText: "structlog" })).toBeVisible();
  await look(reviewer, "shared-changes");
  await reviewer.getByRole("link", { name: "Back to the design" }).click();
  await expect(reviewer.getByText("for an earlier design")).toBeVisible();
  await reviewer.getByRole("button", { name: "Approve the design" }).click();
  await reviewer.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(reviewer.getByText("You approved the design.")).toBeVisible();

  const report = await (await page.request.get(`${project}/report?format=md`)).text();
  for (const fact of ["Design review by colleagues", "Ana Ruiz", "You are right", "requested changes", "approved"])
    expect(report).toContain(fact);

  await page.goto(`${project}/share`);
  await page.getByRole("button", { name: "Revoke the link for The platform team" }).click();
  await page.getByRole("button", { name: "Revoke now" }).click();
  await expect(page.getByText("revoked", { exact: true })).toBeVisible();
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText(
    "There is nothing at this address for you",
    LIVE,
  );
  expect((await page.goto(address))?.status()).toBe(410);
  expect(alarms).toEqual([]);
  await context.close();
});

test("a link to look at shows everything and takes nothing, and every wrong address looks alike", async ({
  page,
  browser,
}) => {
  const project = await openDesign(page, service.answers as Answers, "looked-at");
  await page.goto(`${project}/share`);
  const address = await makeLink(page, "An auditor", "Look only");
  const context = await browser.newContext({ storageState: stranger });
  const reviewer = await context.newPage();
  const opened = await reviewer.goto(address);
  const headers = opened?.headers() ?? {};
  expect(headers["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-robots-tag"]).toContain("noindex");
  expect(headers["cache-control"]).toContain("no-store");
  await expect(reviewer.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(reviewer).toHaveTitle("Design review of clinic-booking · Plumbline");
  await expect(reviewer.getByRole("button", { name: /^Comment|Approve|Request/ })).toHaveCount(0);
  const image = await reviewer.locator('meta[property="og:image"]').getAttribute("content");
  const preview = await context.request.get(new URL(new URL(image as string).pathname, address).href);
  expect([preview.status(), preview.headers()["content-type"]]).toEqual([200, "image/png"]);

  // Guesses are counted by address, and all projects come from the same one.
  if (test.info().project.name === "light") await tryWrongAddresses(context.request, address);
  await context.close();
});
