import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { answersFile } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { acceptEverything, downloadZip } from "./acceptance.ts";
import { answerStage, confirmStage, look, openDesign, proceedWithReview, saved, startProject } from "./journey.ts";
import { zipEntries } from "./support/zip-entries.ts";

const ROOT = join(import.meta.dirname, "..");
const [service, library] = examples as [(typeof examples)[number], (typeof examples)[number]];

/** The delivered zip holds what the command line renders from the same answers, and the evidence of what was proved. */
function expectRenderedAndProved(zip: Buffer, answers: (typeof service)["answers"]): void {
  const evidence = `${answers.intake.repository_name}/.plumbline/evidence.json`;
  const delivered = zipEntries(zip);
  const { files, unproved } = JSON.parse(delivered.get(evidence) ?? "{}");
  expect(unproved).toEqual([]);
  delivered.delete(evidence);
  const rendered = zipEntries(zipOfCommandLine(answers));
  expect(delivered).toEqual(rendered);
  expect(files).toHaveLength([...rendered.keys()].filter((name) => !name.includes("/.plumbline/")).length);
}

/** The zip that the command line makes of the same answers. */
function zipOfCommandLine(answers: (typeof service)["answers"]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-e2e-"));
  writeFileSync(join(folder, "answers.json"), answersFile(answers));
  execFileSync(
    join(ROOT, "bin/plumbline"),
    ["render", join(folder, "answers.json"), "--zip", join(folder, "out.zip")],
    { stdio: "ignore" },
  );
  return readFileSync(join(folder, "out.zip"));
}

test("a person answers every question, takes both reviews and leaves with what the command line renders, proved", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const { answers } = service;
  await page.goto("/");
  await look(page, "start");
  const project = await startProject(page, answers.intake.description);
  await look(page, "intake-empty");
  await answerStage(page, "intake", answers);
  await look(page, "intake");
  await confirmStage(page, "intake");
  await answerStage(page, "architecture", answers);
  await look(page, "architecture");
  await confirmStage(page, "architecture");
  await proceedWithReview(page, "review-1");
  await answerStage(page, "structure", answers);
  await look(page, "structure");
  await confirmStage(page, "structure");
  await answerStage(page, "features", answers);
  await look(page, "features");
  await confirmStage(page, "features");
  await proceedWithReview(page, "review-2");
  await acceptEverything(page, project, "service");
  const zip = await downloadZip(page);
  expectRenderedAndProved(zip, answers);
});

test("the library of the second example goes from its answers file to a zip without another question", async ({
  page,
}) => {
  test.setTimeout(600_000);
  const project = await openDesign(page, library.answers, "library");
  await proceedWithReview(page, "library-review-2");
  await acceptEverything(page, project, "library");
  const zip = await downloadZip(page);
  expectRenderedAndProved(zip, library.answers);
});

test("answers survive a reload, undo takes one back, and a second tab sees the newer state", async ({
  page,
  context,
}) => {
  const project = await startProject(page, "Keeps parcels for a shop and never hands one to a stranger");
  const purpose = page.locator('[data-decision="intake.purpose"]');
  await purpose.locator('label:has([data-option="internal_service"])').click();
  await saved(page);
  await page.reload();
  await expect(purpose.locator('[data-option="internal_service"]')).toBeChecked();
  const other = await context.newPage();
  await other.goto(`${project}/intake`);
  await other.locator('[data-decision="intake.maturity"]').locator('label:has([data-option="production"])').click();
  await saved(other);
  await purpose.locator('label:has([data-option="cli_batch"])').click();
  await saved(page);
  await page.reload();
  await expect(purpose.locator('[data-option="cli_batch"]')).toBeChecked();
  await expect(page.locator('[data-decision="intake.maturity"] [data-option="production"]')).toBeChecked();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(purpose.locator('[data-option="internal_service"]')).toBeChecked();
});

test("the page one comes back to shows the answers as they are, not as they were when it was first opened", async ({
  page,
}) => {
  await startProject(page, "Keeps parcels for a shop and never hands one to a stranger");
  const name = page.locator('[data-decision="intake.repository_name"]');
  await name.getByRole("textbox").fill("parcel-desk");
  const maturity = page.locator('[data-decision="intake.maturity"]');
  await maturity.locator('label:has([data-option="production"])').click();
  await saved(page);
  await expect(page.getByRole("banner")).toContainText("parcel-desk");
  await maturity.getByRole("link", { name: "Compare two options" }).click();
  await page.waitForURL(/\/compare/);
  await page.goBack();
  await expect(maturity.locator('[data-option="production"]')).toBeChecked();
  await expect(name.getByRole("textbox")).toHaveValue("parcel-desk");
});

test("a stranger gets the same not-found page for a real project and for one that never was", async ({
  page,
  browser,
}) => {
  const project = await startProject(page, "Keeps parcels for a shop and never hands one to a stranger");
  const stranger = await (await browser.newContext()).newPage();
  const real = await stranger.goto(`${project}/intake`);
  const realText = await stranger.locator("main").innerText();
  const none = await stranger.goto("/p/AAAAAAAAAAAAAAAAAAAAAA/intake");
  expect([real?.status(), none?.status()]).toEqual([404, 404]);
  expect(await stranger.locator("main").innerText()).toBe(realText);
  await look(stranger, "not-found");
});
