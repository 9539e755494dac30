import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Example, examples } from "#lib/core/catalog/examples.ts";
import { freePort } from "../scripts/ports.ts";
import type { GitStore } from "../scripts/testing/forges/git-store.ts";
import { type GitHubServer, gitHubServer } from "../scripts/testing/forges/github-server.ts";
import { look, openDesign, proceedWithReview } from "./journey.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { zipEntries } from "./support/zip-entries.ts";

const { answers } = examples[1] as Example;
const NAME = answers.intake.repository_name;
const PUSHED_WITHIN_MS = 60_000;

let github: GitHubServer;
let server: TestServer;
let data: string;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  github = await gitHubServer();
  data = mkdtempSync(join(tmpdir(), "plumbline-forge-e2e-"));
  server = await startServer(await freePort(), data, {
    PLUMBLINE_SANDBOX: "embedded",
    PLUMBLINE_GITHUB_URL: github.url,
    PLUMBLINE_GITHUB_CLIENT_ID: "Iv23test",
  });
});
test.afterAll(async () => {
  await server?.stop();
  await github?.close();
  rmSync(data, { recursive: true, force: true });
});

/** A design whose every file is accepted, on its delivery page. */
async function finished(page: Page): Promise<void> {
  const project = await openDesign(page, answers, "forge");
  await proceedWithReview(page, "forge-review-2");
  await page.goto(`${project}/plan`);
  await page.getByRole("button", { name: /^Approve plan of/ }).click();
  await page.waitForURL(/\/files\//, { timeout: PUSHED_WITHIN_MS });
  await page.getByRole("button", { name: "Accept all that pass" }).filter({ visible: true }).first().click();
  const accept = page.getByRole("dialog").getByRole("button", { name: /^Accept these/ });
  await expect(accept.last()).toBeEnabled({ timeout: 180_000 });
  await accept.last().click();
  await expect(accept.last()).toBeHidden({ timeout: PUSHED_WITHIN_MS });
  await page.goto(`${project}/deliver`);
}

const filesAt = (store: GitStore): Map<string, string> =>
  new Map(
    store
      .files("main")
      .filter(({ type }) => type === "blob")
      .map(({ path }) => [`${NAME}/${path}`, store.run(["show", `main:${path}`])]),
  );

test("a finished design is pushed from its page, over a break and a taken name, and is what the zip holds", async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await finished(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the zip" }).click();
  const zip = zipEntries(readFileSync(await (await download).path()));

  github.add("ada", NAME);
  await page.getByRole("button", { name: "Push it" }).click();
  await page.getByLabel("Paste a token").check();
  await page.getByLabel("Token", { exact: true }).fill("github_pat_good");
  await look(page, "forge-form");
  await page.getByRole("button", { name: "Push to GitHub" }).click();
  const name = page.getByLabel("Repository", { exact: true });
  await expect(name).toHaveAttribute("aria-invalid", "true", { timeout: PUSHED_WITHIN_MS });
  await expect(page.getByText(`such as "${NAME}-2"`)).toBeVisible();
  await look(page, "forge-taken");

  await name.fill(`${NAME}-2`);
  github.fault = (_, request) => (request.startsWith("PATCH") ? "drop before" : null);
  await page.getByRole("button", { name: "Continue the push" }).click();
  await expect(page.getByText("GitHub did not answer.")).toBeVisible({ timeout: PUSHED_WITHIN_MS });
  await look(page, "forge-broken");
  github.fault = () => null;
  await page.getByRole("button", { name: "Continue the push" }).click();
  await expect(page.getByText("It is there, whole")).toBeVisible({ timeout: PUSHED_WITHIN_MS });
  await look(page, "forge-pushed");

  const pushed = github.repositories.get(`ada/${NAME}-2`);
  expect(github.repositories.size).toBe(2);
  expect(filesAt(pushed?.store as GitStore)).toEqual(zip);
  expect(pushed).toMatchObject({ private: true });
  await expect(page.getByLabel("Token", { exact: true })).toHaveValue("");
  const deliveries = page.getByRole("region", { name: "Deliveries so far" });
  await expect(deliveries.getByRole("link", { name: `${github.url}/ada/${NAME}-2` })).toBeVisible();
  expect(await page.content()).not.toContain("github_pat_good");

  await page.getByLabel(/^A branch/).check();
  await page.getByLabel("Owner", { exact: true }).fill("ada");
  await page.getByLabel("Sign in with a code").check();
  await page.getByRole("button", { name: "Sign in to GitHub with a code" }).click();
  await expect(page.getByText("WDJB-MJHT")).toBeVisible({ timeout: PUSHED_WITHIN_MS });
  await look(page, "forge-code");
  github.device.state = "granted";
  await expect(page.getByText("You are signed in to GitHub for this push")).toBeVisible({ timeout: PUSHED_WITHIN_MS });
  await page
    .getByRole("button", { name: /to GitHub$|^Continue/ })
    .last()
    .click();
  await expect(page.getByText("Everything stood there already")).toBeVisible({ timeout: PUSHED_WITHIN_MS });
  await context.close();
});
