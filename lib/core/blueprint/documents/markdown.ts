import type { Encoded } from "../encode.ts";

/** A fenced block of commands, one prompt a line, as terminals and tools read it. */
export const commandBlock = (commands: readonly string[]): string =>
  ["```console", ...commands.map((command) => `$ ${command}`), "```"].join("\n");

/** A list, one line an entry. */
export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

/** A table; cells are Markdown already, and a `|` in code is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Code inside a line; what comes here is ours or from a checked grammar and has no backtick. */
export const code = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;

/** A person's sentence as part of a paragraph, closed with a full stop when it has no end of its own. */
export const sentence = (text: Encoded<"md">): string => (/[.!?…。！？]$/.test(text) ? text : `${text}.`);
