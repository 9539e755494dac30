import { plainLine } from "../blueprint/encode.ts";
import type { Block, ReportDocument, Section } from "./blocks.ts";

const WIDTH = 100;

/** The report as plain text for terminals and mail: headings underlined, tables as "name: value" groups. */
export function reportText({ title, lead, sections }: ReportDocument): string {
  const parts = [heading(title, "="), wrapped(lead), ...sections.flatMap((section) => sectionLines(section, "="))];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const heading = (title: string, mark: string): string =>
  `${plainLine(title)}\n${mark.repeat([...plainLine(title)].length)}`;

const sectionLines = ({ title, blocks, sections = [] }: Section, mark: string): string[] => [
  heading(title, mark),
  ...blocks.map(blockText),
  ...sections.flatMap((section) => sectionLines(section, "-")),
];

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return wrapped(block.text);
    case "notice":
      return wrapped(`! ${block.text}`);
    case "facts":
      return block.facts.map(([name, value]) => wrapped(`- ${name}: ${value}`)).join("\n");
    case "list":
      return block.items.map((item) => wrapped(`- ${item}`)).join("\n");
    case "table":
      return block.rows.map((cells) => rowText(block.head, cells)).join("\n");
    case "code":
      return block.text.replaceAll(/^/gm, "    ").replaceAll(/^ +$/gm, "");
    default:
      return "";
  }
}

function rowText(head: readonly string[], cells: readonly string[]): string {
  const [first = "", ...rest] = cells;
  if (head.length === 2) return wrapped(`- ${first}: ${rest[0] || "none"}`);
  const named = rest.flatMap((cell, index) => (cell === "" ? [] : [`${head[index + 1]}: ${cell}`]));
  return wrapped(`- ${[first, ...named].join("; ")}`);
}

/** Breaks at spaces; a longer word stays whole. */
function wrapped(words: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of plainLine(words).split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
