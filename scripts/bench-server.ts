/** Parts of `npm run bench` that need the production server and a browser: pages, actions, JavaScript of each route, and repositories over HTTP. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { benchLoad } from "./bench-load.ts";
import { type Line, timesLine } from "./bench-measure.ts";
import { firstFreeFrom } from "./ports.ts";

const ROOT = join(import.meta.dirname, "..");
const READY_WITHIN_MS = 300_000;

/** Starts the product as a person would, in a folder of its own, and measures it in Chromium. */
export async function benchServer(): Promise<Line[]> {
  const data = mkdtempSync(join(tmpdir(), "plumbline-bench-data-"));
  const port = (await firstFreeFrom(3900)) ?? 3900;
  const base = `http://localhost:${port}`;
  const server = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      PLUMBLINE_DATA: data,
      DATABASE_URL: "",
      // One address asks for everything here.
      PLUMBLINE_REQUESTS_PER_MINUTE: "0",
    },
    stdio: "ignore",
  });
  let browser: Browser | undefined;
  try {
    await ready(base, server);
    browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-quic",
      ],
    });
    const page = await browser.newPage();
    const project = await openExample(page, base);
    return [
      ...(await pages(page, base, project)),
      await actions(page, project),
      ...(await scripts(browser, page, base, project)),
      await answers(page, base, project),
      ...(await benchLoad(base)),
    ];
  } finally {
    await browser?.close();
    server.kill("SIGINT");
    await Promise.race([new Promise((done) => server.once("exit", done)), sleep(15_000)]);
    rmSync(data, { recursive: true, force: true });
  }
}

async function ready(base: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error("the server ended before it was ready");
    if ((await fetch(`${base}/readyz`).catch(() => undefined))?.ok) return;
    await sleep(500);
  }
  throw new Error("the server was not ready in time");
}

async function openExample(page: Page, base: string): Promise<string> {
  await page.goto(base);
  await page.getByText("Open a copy").first().click();
  await page.waitForURL(/\/p\/[^/]+\/intake/);
  return new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
}

const PAGE_BAR = { share: 0.95, ms: 50 };

/** The second stage is still locked in a fresh project: a page of its own kind. */
const WIZARD_PAGES = ["intake", "architecture", "compare?decision=intake.purpose"];

/** Time to the first byte as the browser sees it: what it still does for the page before takes from the server's cores. */
async function pages(page: Page, base: string, project: string): Promise<Line[]> {
  const times: number[] = [];
  for (let run = 0; run < 44; run++) {
    const answer = await page.goto(`${base}${project}/${WIZARD_PAGES[run % WIZARD_PAGES.length]}`, {
      waitUntil: "commit",
    });
    const timing = answer?.request().timing();
    await page.waitForLoadState("load");
    const loaded = answer?.request().timing() ?? timing;
    if (run >= 4 && loaded) times.push(loaded.responseStart - loaded.requestStart);
  }
  return [timesLine("wizard pages, first byte, Chromium on the same cores", times, PAGE_BAR)];
}

/** The same pages asked one after another by a program: what the server takes until the last byte, without a browser's work. */
async function answers(page: Page, base: string, project: string): Promise<Line> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await page.goto("about:blank");
  const times: number[] = [];
  for (let run = 0; run < 124; run++) {
    const begun = performance.now();
    const answer = await fetch(`${base}${project}/${WIZARD_PAGES[run % WIZARD_PAGES.length]}`, { headers: { cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`a page of the wizard answered ${answer.status}`);
    if (run >= 4) times.push(performance.now() - begun);
  }
  return timesLine("wizard pages, last byte, no browser", times, PAGE_BAR);
}

/** From the click on an option to the server's answer, the browser's own work included. */
async function actions(page: Page, project: string): Promise<Line> {
  await page.goto(`${new URL(page.url()).origin}${project}/intake`);
  await page.waitForLoadState("networkidle");
  const lifespan = page.locator('[data-decision="intake.lifespan"]');
  const times: number[] = [];
  for (let run = 0; run < 24; run++) {
    const answered = page.waitForResponse((response) => response.request().method() === "POST", { timeout: 10_000 });
    const begun = performance.now();
    await lifespan.locator(`label:has([data-option="${run % 2 === 0 ? "long" : "short"}"])`).click();
    await answered;
    if (run >= 4) times.push(performance.now() - begun);
    await page.locator('[data-save="saved"]').waitFor();
  }
  return timesLine("server action: save one answer", times);
}

/** Gzipped JavaScript that each route loads in a fresh browser. */
async function scripts(browser: Browser, page: Page, base: string, project: string): Promise<Line[]> {
  const cookies = await page.context().cookies();
  const lines: Line[] = [];
  for (const [name, path] of [
    ["start", "/"],
    ["stage", `${project}/intake`],
  ] as const) {
    const context = await browser.newContext();
    await context.addCookies(cookies);
    const fresh = await context.newPage();
    const sizes: Promise<number>[] = [];
    fresh.on("response", (response) => {
      if (/\.js(\?|$)/.test(new URL(response.url()).pathname))
        sizes.push(
          response
            .request()
            .sizes()
            .then(
              ({ responseBodySize }) => responseBodySize,
              () => 0,
            ),
        );
    });
    await fresh.goto(`${base}${path}`, { waitUntil: "networkidle" });
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    lines.push({
      what: `JavaScript of the ${name} page, as sent`,
      value: `${(total / 1024).toFixed(0)} kB in ${sizes.length} files`,
      bar: "<= 220 kB gzipped",
      met: total <= 220 * 1024,
    });
    await context.close();
  }
  return lines;
}
