import { defineConfig } from "vitest/config";
import { secondTries } from "./scripts/testing/tally.ts";

const SOURCES = ["lib", "components", "app", "scripts"].map((folder) => `${folder}/**/*`);

/** Which tests exist: `npm test -- unit` runs one suite. What a test needs is told by the end of its file name. */
export default defineConfig({
  test: {
    // Generous on purpose: the machine that runs them may be busy, and a slow test is not a wrong one.
    testTimeout: 120_000,
    exclude: ["node_modules/**", ".next/**", ".data/**", "templates/**"],
    setupFiles: "scripts/testing/seeded.ts",
    // The log goes past the runner, and would stand between its lines: LOG_LEVEL=warn npm test shows it.
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? "silent" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: SOURCES.map((glob) => `${glob}.test.{ts,tsx}`),
          exclude: ["**/*.{db,generated,sandbox}.test.ts", "node_modules/**", "templates/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: SOURCES.map((glob) => `${glob}.db.test.ts`),
          globalSetup: "scripts/testing/postgres-for-tests.ts",
          setupFiles: ["scripts/testing/seeded.ts", "scripts/testing/own-database.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "sandbox",
          include: SOURCES.map((glob) => `${glob}.sandbox.test.ts`),
          globalSetup: "scripts/testing/sandbox-for-tests.ts",
          hookTimeout: 120_000,
          retry: secondTries(),
          // Each file keeps as many containers at work as there are cores.
          maxWorkers: 1,
        },
      },
      {
        extends: true,
        test: {
          name: "generated",
          include: SOURCES.map((glob) => `${glob}.generated.test.ts`),
          globalSetup: "scripts/testing/python-for-tests.ts",
          testTimeout: 900_000,
          hookTimeout: 900_000,
          retry: secondTries(),
          maxWorkers: 2,
        },
      },
    ],
  },
});
