import { expect, inject, test } from "vitest";
import { followReadme } from "../../../scripts/testing/generated/follow-readme.ts";
import { outputOf } from "../../../scripts/testing/generated/readme-script.ts";
import { changed, scratchFolder } from "../../../scripts/testing/generated/repository.ts";
import { libraryAnswers, MANAGERS } from "../blueprint/documents/designs.fixture.ts";

const { uv = "", reason } = inject("pythonTools");
const folder = scratchFolder("readme");

test.for(MANAGERS)(
  "with %s, following the README of a library installs, checks and tests it",
  async (manager, { skip }) => {
    if (reason) return skip(reason);
    const answers = changed(libraryAnswers, { architecture: { dependency_manager: manager } });
    const followed = await followReadme(answers, { uv, folder, databases: ["", ""] });
    if (followed.reason !== undefined) return skip(followed.reason);
    const { session, left } = followed;
    expect(session).toContain(">>> done");
    expect(left).toEqual([]);
    expect(outputOf(session, /pytest --cov/)).toMatch(/\d+ passed/);
    expect(outputOf(session, /ruff format --check/)).toMatch(/\d+ files already formatted/);
    expect(outputOf(session, /mypy$/)).toContain("Success: no issues found");
    expect(outputOf(session, /pyright$/)).toContain("0 errors");
  },
);
