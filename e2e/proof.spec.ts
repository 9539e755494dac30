import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Example, examples } from "#lib/core/catalog/examples.ts";
import type { Outcome } from "#lib/core/checks/check.ts";
import type { Evidence } from "#lib/core/delivery/evidence.ts";
import { freePort } from "../scripts/ports.ts";
import { prepareSandbox } from "../scripts/testing/sandbox-for-tests.ts";
import { acceptAllThatPass } from "./acceptance.ts";
import { look, openDesign, proceed, proceedWithReview, runReview } from "./journey.ts";
import { startServer } from "./support/server.ts";
import { zipEntries } from "./support/zip-entries.ts";

const { answers } = examples[0] as Example;
const PROVED_WITHIN_MS = 300_000;

/** The delivered files and what the evidence says about them. */
async function deliver(page: Page, project: string): Promise<{ files: Map<string, string>; evidence: Evidence }> {
  await page.goto(`${project}/deliver`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the zip" }).click();
  const files = zipEntries(readFileSync(await (await download).path()));
  const evidence = files.get(`${answers.intake.repository_name}/.plumbline/evidence.json`) ?? "{}";
  return { files, evidence: JSON.parse(evidence) as Evidence };
}

const outcomes = ({ files }: Evidence, check: Outcome["check"], status: Outcome["status"]): string[] =>
  files
    .filter(({ checks }) => checks.some((one) => one.check === check && one.status === status))
    .map((file) => file.path);

/** A page of a server that proves in containers: the one that runs already, or one of its own; skips where there is no engine. */
async function withDocker(browser: Browser, use: (page: Page) => Promise<void>): Promise<void> {
  test.setTimeout(1_200_000);
  if (process.env.PLUMBLINE_E2E_URL) return use(await (await browser.newContext()).newPage());
  const sandbox = await prepareSandbox();
  test.skip(sandbox.reason !== undefined, sandbox.reason);
  const data = mkdtempSync(join(tmpdir(), "plumbline-proof-"));
  const settings = { PLUMBLINE_SANDBOX: "docker", PLUMBLINE_SANDBOX_BASE: sandbox.base as string };
  const server = await startServer(await freePort(), data, settings);
  try {
    // axe wants a context that can have a second page.
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 860 } });
    await use(await context.newPage());
  } finally {
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

test("with Docker every file of a service is proved, types and tests included, accepted and delivered", async ({
  browser,
}) => {
  await withDocker(browser, async (page) => {
    const project = await openDesign(page, answers, "proof");

    await runReview(page);
    const feasibility = page.getByRole("region", { name: "Feasibility, executed" });
    await expect(feasibility.getByText("proved", { exact: true })).toBeVisible({ timeout: PROVED_WITHIN_MS });
    await expect(feasibility.getByText("failed")).toHaveCount(0);
    await look(page, "proof-review-2");
    await proceed(page);

    await page.goto(`${project}/plan`);
    await page.getByRole("button", { name: /^Approve plan of/ }).click();
    await page.waitForURL(/\/files\//, { timeout: 60_000 });
    await page.goto(`${project}/proof`);
    await expect(page.getByRole("button", { name: /^Waiting 0/ })).toBeVisible({ timeout: PROVED_WITHIN_MS });
    await expect(page.getByRole("button", { name: /^Failing 0/ })).toBeVisible();
    await look(page, "proof-dashboard");

    await page.goto(`${project}/files/pyproject.toml`);
    await look(page, "proof-workbench");
    await acceptAllThatPass(page);

    const { files, evidence } = await deliver(page, project);
    const python = [...files.keys()].filter((path) => path.endsWith(".py")).map((path) => path.replace(/^[^/]+\//, ""));
    expect(evidence.unproved).toEqual([]);
    expect(outcomes(evidence, "types", "pass").sort()).toEqual(python.sort());
    expect(outcomes(evidence, "tests", "pass").length).toBeGreaterThan(30);
    expect(outcomes(evidence, "build", "pass")).toEqual(["pyproject.toml"]);
    expect(evidence.files.flatMap(({ checks }) => checks.filter(({ status }) => status === "fail"))).toEqual([]);
    expect(evidence.toolchains.docker).toBeTruthy();
  });
});

test("a wrong type is found in the container and pinned to its line while the page stays open", async ({ browser }) => {
  await withDocker(browser, async (page) => {
    const project = await openDesign(page, answers, "proof");
    await proceedWithReview(page, "proof-review-2");
    await page.goto(`${project}/plan`);
    await page.getByRole("button", { name: /^Approve plan of/ }).click();
    await page.waitForURL(/\/files\//, { timeout: 60_000 });

    await page.goto(`${project}/files/src/clinic_booking/log.py?edit=1`);
    const editor = page.locator(".cm-content");
    await editor.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(
      '\n\ndef _answer() -> int:\n    """Gives a word where a number is promised."""\n    return "forty-two"\n',
    );
    await page.getByRole("button", { name: /^Save/ }).click();
    const types = page.getByRole("list", { name: "Checks" }).locator("details").filter({ hasText: "Types" });
    await expect(types.getByText("failed")).toBeVisible({ timeout: PROVED_WITHIN_MS });
    await expect(types.getByRole("link", { name: /^Line \d+/ })).toBeVisible();
    await look(page, "proof-wrong-type");
  });
});
