import type { Design } from "../../design/design.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { hasSphinx, isFull, isLibrary } from "./traits.ts";

/** A command with the words that say what it is for; CI steps and README lines come from the same list. */
export interface Command {
  name: string;
  command: string;
}

/** The checks of style and types, inside the project's environment. */
export function checkCommands(design: Design): { style: Command[]; types: Command[] } {
  const { run } = toolchainOf(design);
  return {
    style: [
      { name: "Lint", command: run("ruff check .") },
      { name: "Check the format", command: run("ruff format --check .") },
    ],
    types: isFull(design)
      ? [
          { name: "Check the types", command: run("mypy") },
          ...(isLibrary(design)
            ? [{ name: "Check the types again, as users of pyright see them", command: run("pyright") }]
            : []),
        ]
      : [],
  };
}

/** The test run, plain and with the coverage bar. */
export function testCommand(design: Design): { plain: string; coverage: string } {
  const { run } = toolchainOf(design);
  return { plain: run("pytest"), coverage: run("pytest --cov --cov-report=term-missing:skip-covered") };
}

/** Builds the documentation site; empty when the design has none. */
export const documentationCommand = (design: Design): string =>
  hasSphinx(design) ? toolchainOf(design).run("sphinx-build -W -n --keep-going docs docs/_build") : "";
