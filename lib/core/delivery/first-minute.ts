import { checkCommands } from "../blueprint/documents/commands.ts";
import type { ReadmeContext } from "../blueprint/documents/readme/context.ts";
import { installation } from "../blueprint/documents/readme/installation.ts";
import { libraryStart } from "../blueprint/documents/readme/library.ts";
import { serviceStart } from "../blueprint/documents/readme/service.ts";

/** Commands that belong together, in the order in which they are typed. */
export interface CommandStep {
  title: string;
  commands: string[];
}

const PROMPT = "$ ";

/**
 * What to type in the first minute with a delivered repository: unpack, install, start, check. Installation and start
 * are read out of the README's own sections, so that the page can never say anything else than the repository does.
 */
export function firstMinute(context: ReadmeContext): CommandStep[] {
  const { design } = context;
  const { style, types } = checkCommands(design);
  const fromReadme = [installation, serviceStart, libraryStart].flatMap((section) => {
    const found = section(context);
    if (!found) return [];
    const commands = found.blocks
      .flatMap((block) => (block ?? "").split("\n"))
      .filter((line) => line.startsWith(PROMPT));
    return commands.length > 0
      ? [{ title: found.title, commands: commands.map((line) => line.slice(PROMPT.length)) }]
      : [];
  });
  return [
    { title: "Unpack", commands: [`unzip ${design.repositoryName}.zip`, `cd ${design.repositoryName}`] },
    ...fromReadme,
    { title: "Check style and types", commands: [...style, ...types].map(({ command }) => command) },
  ];
}
