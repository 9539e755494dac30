import { expect, inject, test } from "vitest";
import { followReadme } from "../../../scripts/testing/generated/follow-readme.ts";
import { realPostgres } from "../../../scripts/testing/generated/postgres.ts";
import { outputOf } from "../../../scripts/testing/generated/readme-script.ts";
import { changed, scratchFolder } from "../../../scripts/testing/generated/repository.ts";
import { MANAGERS, serviceAnswers } from "../blueprint/documents/designs.fixture.ts";

const { uv = "", reason } = inject("pythonTools");
const folder = scratchFolder("readme");
const databases = realPostgres();

test.for(MANAGERS)(
  "with %s, following the README of a service installs, checks, serves and tests it, with a database and without one",
  async (manager, { skip }) => {
    if (reason) return skip(reason);
    const answers = changed(serviceAnswers, { architecture: { dependency_manager: manager } });
    const followed = await followReadme(answers, {
      uv,
      folder,
      databases: [await databases.create(), await databases.create()],
    });
    if (followed.reason !== undefined) return skip(followed.reason);
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
    expect(outputOf(session, /SIGTERM/)).toContain("Application shutdown complete");
    expect(outputOf(session, /quickstart\.py/)).toMatch(/POST \/v1\/appointments -> 201/);
  },
);
