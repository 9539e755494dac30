import { toolchainOf } from "../../toolchains/index.ts";
import { checkCommands, documentationCommand, testCommand } from "../commands.ts";
import { bullets, code, commandBlock } from "../markdown.ts";
import { coverageBar } from "../tool-tables.ts";
import * as has from "../traits.ts";
import { composed, linkTo, type ReadmeContext, type Section, tested } from "./context.ts";

/** Checks, hooks and how versions are held. */
export const development: Section = ({ design }) => {
  const { style, types } = checkCommands(design);
  const { install, notes, run, build } = toolchainOf(design);
  return {
    title: "Development",
    blocks: [
      `After [Installation](#installation), these are the checks${has.hasCi(design) ? " that CI runs too" : ""}:`,
      commandBlock([...style, ...types].map(({ command }) => command)),
      bullets([
        ...notes,
        `After a change to the dependencies in \`pyproject.toml\`: ${[...(toolchainOf(design).lock?.make(design) ?? []).slice(-2), ...install.development].map(code).join(", then ")}.`,
        ...(has.hasHooks(design) ? [`Hooks before each commit: \`${run("pre-commit install")}\`.`] : []),
        ...(has.hasDevcontainer(design)
          ? ["The folder `.devcontainer` describes the same environment for editors that open containers."]
          : []),
        ...(has.hasSphinx(design)
          ? [`Documentation: \`${documentationCommand(design)}\`, then open \`docs/_build/index.html\`.`]
          : []),
        `Source and wheel archives into \`dist/\`: ${build.map(code).join(", then ")}.`,
      ]),
    ],
  };
};

/** Where the integration tests of a design with PostgreSQL find their database. */
const databaseTest = ({ design, paths }: ReadmeContext): string | null =>
  has.hasPostgres(design) && has.hasIntegration(design) && paths.some((path) => path.startsWith("tests/integration/"))
    ? `Integration tests need a PostgreSQL database whose name contains \`test\` (they empty it); without one they are skipped and say so. Name it in \`${has.testDatabaseVariable(design)}\`:`
    : null;

/** How to run the tests, with and without a database. */
export const testing: Section = (context) => {
  const { design } = context;
  if (has.hasTests(design) && !tested(context)) return null;
  if (!has.hasTests(design)) {
    return {
      title: "Testing",
      blocks: ["This repository was designed without tests. Add them before others depend on it."],
    };
  }
  const { plain, coverage } = testCommand(design);
  const needs = databaseTest(context);
  const url = `postgresql+asyncpg://${design.packageName}@127.0.0.1:5432/${design.packageName}_test`;
  return {
    title: "Testing",
    blocks: [
      commandBlock([plain]),
      needs,
      needs
        ? commandBlock([
            ...(composed(context) ? ["docker compose up --detach --wait database"] : []),
            `export ${has.testDatabaseVariable(design)}=${url}`,
            coverage,
          ])
        : commandBlock([coverage]),
      `The ${needs ? "last" : "second"} command measures branch coverage; below ${coverageBar(design)} % it fails.`,
    ],
  };
};

/** Where contributions go and what a good one has. */
export const contributing: Section = (context) => {
  const guide = linkTo(context, ".github/CONTRIBUTING.md", "CONTRIBUTING.md");
  const security = linkTo(context, "SECURITY.md", "SECURITY.md");
  return {
    title: "Contributing",
    blocks: [
      guide
        ? `How to propose a change: ${guide}.`
        : `Small changes with a test are the easiest to review; run the checks of [Development](#development)${tested(context) ? " and [Testing](#testing)" : ""} before you propose one.`,
      security ? `Report a weakness as ${security} says, not in public.` : null,
    ],
  };
};

/** The licence in one line. */
export const licence: Section = ({ design }) => ({
  title: "Licence",
  blocks: [
    has.isClosed(design)
      ? "Proprietary, all rights reserved; see [LICENSE](LICENSE)."
      : `${design.answers.intake.licence}; see [LICENSE](LICENSE).`,
  ],
});
