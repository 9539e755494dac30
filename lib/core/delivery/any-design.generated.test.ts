import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { succeeds } from "../../../scripts/testing/generated/commands.ts";
import { coveredDesigns } from "../../../scripts/testing/generated/designs.ts";
import { nastyService } from "../../../scripts/testing/generated/nasty-designs.ts";
import { realPostgres } from "../../../scripts/testing/generated/postgres.ts";
import { findPython, personEnvironment } from "../../../scripts/testing/generated/python.ts";
import { scratchFolder, writeRepository } from "../../../scripts/testing/generated/repository.ts";
import { libraryAnswers, serviceAnswers } from "../blueprint/documents/designs.fixture.ts";
import { type Answers, parseAnswers } from "../catalog/answers.ts";
import { examples } from "../catalog/examples.ts";
import { shellOf } from "../design/design.ts";

const { uv = "", reason } = inject("pythonTools");
const folder = scratchFolder("any");
const databases = realPostgres();
/** PLUMBLINE_SEED=7 npm test -- generated any-design: tries others. */
const SEED = Number(process.env.PLUMBLINE_SEED ?? 20261121);

/** The designs at the edge of what the schema accepts come first; the others vary everything our templates cover. */
const DESIGNS: [string, Answers][] = [
  ["a service with the nastiest names and the most fields", nastyService(serviceAnswers)],
  ...coveredDesigns("service", serviceAnswers, 7, SEED).map((answers, index): [string, Answers] => [
    `service ${index + 1}`,
    answers,
  ]),
  ...coveredDesigns("library", libraryAnswers, 6, SEED + 1).map((answers, index): [string, Answers] => [
    `library ${index + 1}`,
    answers,
  ]),
  // Where a purpose has no template of its own, the repository is the person's modules and their tests.
  ...examples
    .map(({ answers }) => answers as Answers)
    .filter(
      ({ intake, structure }) =>
        !["service", "library"].includes(shellOf(intake.purpose)) && structure.modules.length > 0,
    )
    .map((answers): [string, Answers] => [answers.intake.repository_name, answers]),
];

const about = ({ intake, structure, features }: Answers) =>
  [
    `Python ${intake.python_version}`,
    intake.licence,
    `${structure.resources.length} resources`,
    `${structure.modules.length} modules`,
    `documentation ${features.docs_site}`,
  ].join(", ");

describe("designs that nobody tried before", () => {
  test.for(DESIGNS.map(([name, answers]) => [name, about(answers), answers] as const))(
    "%s (%s) lints, type-checks and passes its own tests on a real database",
    async ([name, _, answers], { skip }) => {
      const found = reason ? { reason } : findPython(uv, answers.intake.python_version);
      if ("reason" in found) return skip(found.reason);
      expect(parseAnswers(answers)).toMatchObject({ ok: true });
      const root = writeRepository(join(folder, name.replaceAll(" ", "-")), answers);
      const prefix = answers.intake.package_name.toUpperCase();
      // One environment for each floor of Python: what mypy learned about the dependencies is then used again.
      const shared = join(folder, `shared-${answers.intake.python_version}`);
      mkdirSync(shared, { recursive: true });
      const env = {
        ...personEnvironment(uv, found.python),
        UV_PROJECT_ENVIRONMENT: join(shared, "venv"),
        MYPY_CACHE_DIR: join(shared, "mypy"),
        [`${prefix}_TEST_DATABASE_URL`]: answers.structure.resources.length > 0 ? await databases.create() : "",
      };
      const run = (...command: string[]) => succeeds([uv, ...command], { cwd: root, env });
      await run("sync", "--quiet");
      const problems: string[] = [];
      const checks = [
        ["ruff", "check", "--no-fix", "."],
        ["ruff", "format", "--check", "."],
      ];
      if (readFileSync(join(root, "pyproject.toml"), "utf8").includes("[tool.mypy]")) checks.push(["mypy"]);
      if (answers.architecture.testing !== "none") checks.push(["pytest", "-q", "-x"]);
      for (const check of checks)
        await run("run", "--no-sync", ...check).catch((error: Error) => problems.push(error.message));
      expect(problems.join("\n\n")).toBe("");
    },
  );
});
