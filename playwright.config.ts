import { defineConfig, devices } from "@playwright/test";
import { secondTries } from "./scripts/testing/tally.ts";

const port = Number(process.env.PLUMBLINE_E2E_PORT ?? 3200);
const data = process.env.PLUMBLINE_E2E_DATA ?? ".data/e2e";
/** A product that runs already, such as that of `docker compose`; without it, one is started. */
const running = process.env.PLUMBLINE_E2E_URL;

const chromium = {
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
  ],
};

const webServer = {
  command: "node scripts/serve.ts",
  url: `http://localhost:${port}/readyz`,
  // With containers: proof.spec.ts, on a server of its own.
  // Tests that knock at every door knock often.
  env: {
    PORT: String(port),
    PLUMBLINE_DATA: data,
    PLUMBLINE_SANDBOX: "embedded",
    PLUMBLINE_REQUESTS_PER_MINUTE: "0",
  },
  timeout: 300_000,
  gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
} as const;

const SERVER = /\/(start|restart|hostile|borders|strangers|proof|forge|history)\.spec\.ts$/;

/** Journeys in a real Chromium against a production build on a database of their own: light, dark, and phone width. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  forbidOnly: true,
  retries: secondTries(),
  reporter: process.env.PLUMBLINE_TALLY ? "./scripts/testing/playwright-lines.ts" : "list",
  use: {
    baseURL: running ?? `http://localhost:${port}`,
    launchOptions: chromium,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  projects: [
    // What happens on the server is the same at every width.
    { name: "server", testMatch: SERVER, timeout: 300_000 },
    { name: "light", testIgnore: SERVER, use: { viewport: { width: 1280, height: 860 }, colorScheme: "light" } },
    { name: "dark", testIgnore: SERVER, use: { viewport: { width: 1280, height: 860 }, colorScheme: "dark" } },
    { name: "phone", testIgnore: SERVER, use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } } },
  ],
  ...(running ? {} : { webServer }),
});
