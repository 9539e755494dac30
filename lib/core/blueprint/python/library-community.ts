import type { Design } from "../../design/design.ts";
import { checkCommands, documentationCommand, testCommand } from "../documents/commands.ts";
import { hasSphinx } from "../documents/traits.ts";
import type { Values } from "../fill.ts";
import { toolchainOf } from "../toolchains/index.ts";

const shown = (commands: readonly string[]): string[] => commands.filter(Boolean).map((command) => `$ ${command}`);

/** The commands of CONTRIBUTING.md: those of CI and README. */
export function communityValues(design: Design): Values {
  const { install } = toolchainOf(design);
  const { style, types } = checkCommands(design);
  return {
    policy: hasSphinx(design)
      ? 'see "Deprecation" in `docs/explanation.md`.'
      : `\`src/${design.packageName}/_deprecation.py\` says how.`,
    guide: hasSphinx(design)
      ? '"Write a module that is not finished" in `docs/how-to.md` says how.'
      : 'write the body and tests of the behaviour, and take the word "Unfinished" out of the module docstring.',
    install: shown([...install.environment(design), ...install.development]),
    checks: shown(
      [...style, ...types]
        .map(({ command }) => command)
        .concat(testCommand(design).coverage, documentationCommand(design)),
    ),
  };
}

/** How the session file starts when it is run as a program, and its session for the documentation site. */
export const taskRunnerValues = (design: Design): Values => ({
  runner: design.answers.architecture.dependency_manager === "uv" ? "-S uv run --script" : "python3",
  imports: hasSphinx(design) ? ["import shutil", "from pathlib import Path", ""] : [],
  docs_session: hasSphinx(design) ? DOCS_SESSION : [],
});

const DOCS_SESSION = [
  "@nox.session",
  "def docs(session: nox.Session) -> None:",
  '    """Build the documentation; a warning is an error."""',
  '    session.install(*groups("docs"), ".")',
  '    shutil.rmtree(Path("docs", "_build"), ignore_errors=True)',
  '    session.run("sphinx-build", "-W", "-n", "--keep-going", "docs", "docs/_build")',
];
