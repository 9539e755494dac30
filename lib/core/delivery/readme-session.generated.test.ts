import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { freePort } from "../../../scripts/ports.ts";
import { succeeds } from "../../../scripts/testing/generated/commands.ts";
import { realPostgres } from "../../../scripts/testing/generated/postgres.ts";
import { findPython, installTool, personEnvironment } from "../../../scripts/testing/generated/python.ts";
import {
  consoleCommands,
  outputOf,
  runnableHere,
  sessionScript,
} from "../../../scripts/testing/generated/readme-script.ts";
import { changed, scratchFolder, writeRepository } from "../../../scripts/testing/generated/repository.ts";
import { libraryAnswers, MANAGERS, serviceAnswers } from "../blueprint/documents/designs.fixture.ts";

const { uv = "", reason } = inject("pythonTools");
const folder = scratchFolder("readme");
const INDEX = "https://pypi.org/simple/";
const databases = realPostgres();
beforeEach(({ skip }) => {
  if (reason) skip(reason);
});
beforeAll(() => {
  if (reason) return;
  installTool(uv, "poetry");
  // With the exact versions of its release, as the generated workflows install it.
  installTool(uv, "pdm", "[locked]");
});

/** Poetry asks PyPI for JSON alone; some mirrors answer in HTML. */
async function indexSpeaksJson(): Promise<boolean> {
  const headers = { accept: "application/vnd.pypi.simple.v1+json" };
  const answer = await fetch(`${INDEX}poetry-core/`, { headers }).catch(() => undefined);
  return !answer?.headers.get("content-type")?.includes("html");
}

/** The one thing a person behind such a mirror has to add. */
function addHtmlIndex(root: string): void {
  const file = join(root, "pyproject.toml");
  const source = `\n[[tool.poetry.source]]\nname = "html"\nurl = "${INDEX}"\npriority = "primary"\n`;
  writeFileSync(file, readFileSync(file, "utf8") + source);
}

/** Does in a fresh copy what the README says, in its order, and returns the session with the copy's folder. */
async function follow(answers: typeof serviceAnswers, skip: (note: string) => void) {
  const found = findPython(uv, answers.intake.python_version);
  if ("reason" in found) return skip(found.reason);
  const name = answers.intake.package_name;
  const manager = answers.architecture.dependency_manager;
  const root = writeRepository(join(folder, `${name}-${manager}`), answers);
  if (manager === "poetry" && !(await indexSpeaksJson())) addHtmlIndex(root);
  const port = await freePort();
  const { commands, left } = runnableHere(consoleCommands(readFileSync(join(root, "README.md"), "utf8")), port);
  const prefix = name.toUpperCase();
  const env = {
    ...personEnvironment(uv, found.python),
    [`${prefix}_HTTP__PORT`]: String(port),
    [`${prefix}_HTTP__DRAIN_SECONDS`]: "0",
    [`${prefix}_DATABASE__URL`]: await databases.create(),
    SERVICE_URL: `http://127.0.0.1:${port}`,
    TEST_DATABASE_VARIABLE: `${prefix}_TEST_DATABASE_URL`,
    TEST_DATABASE_URL: await databases.create(),
  };
  const session = await succeeds(["bash", "-c", sessionScript(commands, port)], { cwd: root, env });
  return { session, left, root, env };
}

describe.each(MANAGERS)("with %s, following the README of a service in a fresh copy", (manager) => {
  test("installs, checks, serves and tests it, with a database and without one", async ({ skip }) => {
    const answers = changed(serviceAnswers, { architecture: { dependency_manager: manager } });
    const followed = await follow(answers, skip);
    if (!followed) return;
    const { session, left } = followed;
    expect(session).toContain(">>> done");
    expect(left.filter(({ reason: why }) => why === "needs Docker").map(({ command }) => command)).toEqual([
      "docker compose up --detach --wait database",
      "docker compose up --detach --wait database",
      "docker compose build",
    ]);
    const without = outputOf(session, /pytest$/);
    expect(without).toMatch(/\d+ passed, \d+ skipped/);
    expect(without).toContain("needs PostgreSQL: set CLINIC_BOOKING_TEST_DATABASE_URL");
    const withDatabase = outputOf(session, /pytest --cov/);
    expect(withDatabase).toMatch(/\d+ passed/);
    expect(withDatabase).not.toMatch(/\d+ (skipped|failed|error)/);
    expect(outputOf(session, /ruff format --check/)).toMatch(/\d+ files already formatted/);
    expect(outputOf(session, /mypy$/)).toContain("Success: no issues found");
    expect(outputOf(session, /quickstart\.py/)).toMatch(/POST \/v1\/appointments -> 201/);
  });
});

describe.each(MANAGERS)("with %s, following the README of a library in a fresh copy", (manager) => {
  test("installs, checks and tests it", async ({ skip }) => {
    const answers = changed(libraryAnswers, { architecture: { dependency_manager: manager } });
    const followed = await follow(answers, skip);
    if (!followed) return;
    const { session, left } = followed;
    expect(session).toContain(">>> done");
    expect(left).toEqual([]);
    expect(outputOf(session, /pytest --cov/)).toMatch(/\d+ passed/);
    expect(outputOf(session, /ruff format --check/)).toMatch(/\d+ files already formatted/);
    expect(outputOf(session, /mypy$/)).toContain("Success: no issues found");
    expect(outputOf(session, /pyright$/)).toContain("0 errors");
  });
});
