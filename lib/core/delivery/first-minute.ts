import { checkCommands } from "../blueprint/documents/commands.ts";
import type { ReadmeContext } from "../blueprint/documents/readme/context.ts";
import { installation } from "../blueprint/documents/readme/installation.ts";
import { libraryStart } from "../blueprint/documents/readme/library.ts";
import { serviceStart } from "../blueprint/documents/readme/service.ts";

/** Commands that are typed in one go, after what one should know first. */
export interface CommandPart {
  note: string;
  commands: string[];
}

/** Commands that belong together, in the order in which they are typed. */
export interface CommandStep {
  title: string;
  parts: CommandPart[];
}

const FENCE = "```console";
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
    const parts = found ? partsOf(found.blocks) : [];
    return found && parts.length > 0 ? [{ title: found.title, parts }] : [];
  });
  return [
    {
      title: "Unpack",
      parts: [{ note: "", commands: [`unzip ${design.repositoryName}.zip`, `cd ${design.repositoryName}`] }],
    },
    ...fromReadme,
    {
      title: "Check style and types",
      parts: [{ note: "", commands: [...style, ...types].map(({ command }) => command) }],
    },
  ];
}

/** The command blocks of a section, each with the sentence right before it. */
function partsOf(blocks: readonly (string | null)[]): CommandPart[] {
  const shown = blocks.filter((block): block is string => block !== null);
  return shown.flatMap((block, index) => {
    if (!block.startsWith(FENCE)) return [];
    const before = shown[index - 1] ?? "";
    const commands = block.split("\n").flatMap((line) => (line.startsWith(PROMPT) ? [line.slice(PROMPT.length)] : []));
    return [{ note: before.startsWith("```") ? "" : plain(before), commands }];
  });
}

/** Markdown of one paragraph as plain text: links keep their words, code its characters. */
const plain = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "");
