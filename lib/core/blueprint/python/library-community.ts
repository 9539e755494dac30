import type { Design } from "../../design/design.ts";
import { checkCommands, documentationCommand, testCommand } from "../documents/commands.ts";
import type { Values } from "../fill.ts";
import { toolchainOf } from "../toolchains/index.ts";

const shown = (commands: readonly string[]): string[] => commands.filter(Boolean).map((command) => `$ ${command}`);

/** The commands of CONTRIBUTING.md: those of CI and README. */
export function communityValues(design: Design): Values {
  const { install } = toolchainOf(design);
  const { style, types } = checkCommands(design);
  return {
    install: shown([...install.environment(design), ...install.development]),
    checks: shown(
      [...style, ...types]
        .map(({ command }) => command)
        .concat(testCommand(design).coverage, documentationCommand(design)),
    ),
  };
}

/** How the session file starts when it is run as a program. */
export const taskRunnerValues = (design: Design): Values => ({
  runner: design.answers.architecture.dependency_manager === "uv" ? "-S uv run --script" : "python3",
});
