import { mkdirSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Answers, answersFile } from "#lib/core/catalog/answers.ts";
import type { Decision } from "#lib/core/catalog/define.ts";
import { type AskedStage, pathOf, STAGE_DECISIONS } from "#lib/core/catalog/index.ts";
import { stages } from "#lib/core/catalog/stages.ts";
import type { Field, Module, Resource } from "#lib/core/catalog/structure/resource.ts";

const SHOTS = join(import.meta.dirname, "screenshots");
const SAVING_MS = 20_000;

/** Looks at a page as axe and as a person: no violation of WCAG 2.2 AA, no scroll sideways or into nothing, and a screenshot to look at. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}-${test.info().project.name}.png`), fullPage: true });
  await placeBars(page, "static");
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  await placeBars(page, "");
  expect(violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0]?.target.join(" ")}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} scrolls sideways by ${overflow} px`).toBeLessThanOrEqual(0);
  const nothing = await page.evaluate(
    () => document.documentElement.scrollHeight - Math.max(document.body.offsetHeight, window.innerHeight),
  );
  expect(nothing, `${name} goes on for ${nothing} px below its last line`).toBeLessThanOrEqual(40);
}

/** A bar that stays on the screen covers a part of whatever lies under its edge; how large a target is, is not judged by where one scrolled. */
const placeBars = (page: Page, position: "static" | ""): Promise<void> =>
  page.evaluate((position) => {
    for (const bar of document.querySelectorAll<HTMLElement>("[data-chrome], .sticky")) bar.style.position = position;
  }, position);

export const saved = (page: Page): Promise<void> =>
  expect(page.locator("[data-save]")).toHaveAttribute("data-save", "saved", { timeout: SAVING_MS });

/** Starts a project from one sentence on the start page; gives its path. */
export async function startProject(page: Page, sentence: string): Promise<string> {
  await page.goto("/");
  await page.getByRole("textbox").first().fill(sentence);
  await page.getByRole("button", { name: "Start" }).click();
  await page.waitForURL(/\/p\/[^/]+\/intake/);
  return new URL(page.url()).pathname.replace(/\/intake$/, "");
}

const card = (page: Page, path: string) => page.locator(`[data-decision="${path}"]`);

/** Answers every question of a stage as a person would, by the kind of each decision. */
export async function answerStage(page: Page, stage: AskedStage, answers: Answers): Promise<void> {
  for (const decision of STAGE_DECISIONS[stage]) {
    const value = (answers[stage] as Record<string, unknown>)[decision.id];
    if (value === undefined || (Array.isArray(value) && value.length === 0 && !decision.gate)) continue;
    await answer(page, decision, value);
  }
  await saved(page);
}

async function answer(page: Page, decision: Decision, value: unknown): Promise<void> {
  const place = card(page, pathOf(decision));
  switch (decision.kind) {
    case "text": {
      const field = place.getByRole("textbox").first();
      await field.fill(String(value));
      await field.blur();
      return;
    }
    case "choice":
    case "number-choice":
    case "toggle":
      await place.locator(`label:has([data-option="${String(value)}"])`).click();
      return expect(place.locator(`[data-option="${String(value)}"]`)).toBeChecked();
    case "choices":
      for (const one of (value as string[]).length > 0 ? (value as string[]) : ["none"])
        await place.locator(`label:has([data-option="${one}"])`).click();
      return;
    case "list":
      for (const line of value as string[]) {
        await place.getByRole("textbox").fill(line);
        await place.getByRole("textbox").press("Enter");
      }
      return;
    case "resources":
      for (const resource of value as Resource[]) await addResource(page, resource);
      return;
    case "modules":
      for (const module of value as Module[]) await addModule(page, module);
      return;
    default:
      return;
  }
}

async function addResource(page: Page, resource: Resource): Promise<void> {
  const place = card(page, "structure.resources");
  await place.getByRole("button", { name: "Add a resource" }).click();
  const section = place.locator("section").last();
  await section.getByLabel("Name, one of them").fill(resource.name);
  await section.getByLabel("Plural, as in addresses").fill(resource.plural);
  for (const [index, field] of resource.fields.entries()) {
    if (index > 0) await section.getByRole("button", { name: "Add a field" }).click();
    await fillField(page, section.locator("ul").first().locator("> li").nth(index), field);
  }
  if (resource.lifecycle) {
    const { states, transitions } = resource.lifecycle;
    await section.getByRole("button", { name: "Add a lifecycle" }).click();
    const stateList = section.getByRole("list", { name: "States" });
    for (const [index, state] of states.entries()) {
      if (index > 1) await stateList.getByRole("button", { name: "State", exact: true }).click();
      await stateList.getByRole("textbox").nth(index).fill(state);
    }
    const moves = section.getByRole("list", { name: "Transitions" });
    for (const [index, move] of transitions.entries()) {
      if (index > 0) await section.getByRole("button", { name: "Add a move" }).click();
      const row = moves.locator("> li").nth(index);
      await row.getByLabel("Move", { exact: true }).fill(move.name);
      for (const state of states)
        await row.getByRole("checkbox", { name: state, exact: true }).setChecked(move.from.includes(state));
      await row.getByLabel("To", { exact: true }).selectOption(move.to);
    }
  }
  await page.keyboard.press("Tab");
  await saved(page);
}

async function fillField(_: Page, row: ReturnType<Page["locator"]>, field: Field): Promise<void> {
  await row.getByLabel("Field", { exact: true }).fill(field.name);
  await row.getByLabel("Type", { exact: true }).selectOption(field.type);
  await row.getByLabel("Required").setChecked(field.required ?? true);
  if (field.unique) await row.getByLabel("Unique").check();
  if (field.max_length !== undefined) await row.getByLabel("At most, characters").fill(String(field.max_length));
}

async function addModule(page: Page, module: Module): Promise<void> {
  const place = card(page, "structure.modules");
  await place.getByRole("button", { name: "Add a module" }).click();
  const section = place.locator("section").last();
  await section.getByLabel("Module", { exact: true }).fill(module.name);
  await section.getByLabel("What it is for").fill(module.purpose);
  const editor = section.locator(".cm-content");
  await editor.click();
  await page.keyboard.insertText(module.api);
  await section.getByLabel("What it is for").focus();
  await section.getByLabel("What it is for").blur();
  await saved(page);
}

/** Confirms a stage's summary; the page goes on to the next step by itself. */
export async function confirmStage(page: Page, stage: AskedStage): Promise<void> {
  const text = stages.find(({ id }) => id === stage);
  await saved(page);
  await page.getByLabel(/This is accurate and complete/).check();
  await page
    .locator("#summary")
    .locator("xpath=..")
    .getByRole("button", { name: text?.confirm ?? /Confirm/ })
    .click();
  await page.waitForURL((url) => !url.pathname.endsWith(`/${stage}`), { timeout: SAVING_MS });
}

/** Runs a review and proceeds, giving every reason it asks for. */
export async function proceedWithReview(page: Page, name: string): Promise<void> {
  await runReview(page);
  await look(page, name);
  await proceed(page);
}

export async function runReview(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Run the review|Run it again/ }).click();
  await expect(page.getByRole("button", { name: "Proceed" })).toBeEnabled({ timeout: SAVING_MS });
}

/** Proceeds with a review that has been run. */
export async function proceed(page: Page): Promise<void> {
  const at = page.url();
  await page.getByRole("button", { name: "Proceed" }).click();
  const dialog = page.getByRole("dialog");
  const asked = dialog.getByRole("textbox");
  await Promise.race([
    page.waitForURL((url) => url.href !== at),
    page.getByText("You chose to proceed.").waitFor(),
    dialog.waitFor(),
  ]).catch(() => undefined);
  if (await dialog.isVisible()) {
    for (const field of await asked.all()) await field.fill("Known and wanted for this journey");
    await dialog.getByRole("button", { name: /Proceed/ }).click();
  }
  const next = page.getByRole("link", { name: /^Go to/ }).last();
  if (page.url() === at) await next.click();
  await page.waitForURL((url) => url.href !== at, { timeout: SAVING_MS });
}

/** Opens a copy of the first example; gives the project's path. */
export async function openCopy(page: Page): Promise<string> {
  await page.goto("/");
  await page
    .getByRole("button", { name: /^Open a copy/ })
    .first()
    .click();
  await page.waitForURL(/\/p\/[^/]+\/intake/);
  return new URL(page.url()).pathname.replace(/\/intake$/, "");
}

/** Opens a design from its answers file and confirms it up to the second review; gives the project's path. */
export async function openDesign(page: Page, answers: Answers, name: string): Promise<string> {
  await page.goto("/");
  await page.getByLabel("Answers file", { exact: true }).fill(answersFile(answers));
  await page.getByRole("button", { name: "Open it" }).click();
  await page.waitForURL(/\/p\/[^/]+\/intake/);
  const project = new URL(page.url()).pathname.replace(/\/intake$/, "");
  await confirmStage(page, "intake");
  await confirmStage(page, "architecture");
  await proceedWithReview(page, `${name}-review-1`);
  await confirmStage(page, "structure");
  await confirmStage(page, "features");
  return project;
}
