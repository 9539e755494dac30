import { mdText } from "../blueprint/encode.ts";
import type { Block, ReportDocument, Section } from "./blocks.ts";

/** Linters want one way to pad cells, and an empty one has none. */
const cell = (words: string): string => mdText(words) || "–";
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A fence longer than any run of backticks inside. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(longest + 1);
}

/** The report as Markdown: GitHub's tables, one blank line between blocks. */
export function reportMarkdown({ title, lead, sections }: ReportDocument): string {
  const parts = [`# ${mdText(title)}`, mdText(lead), ...sections.flatMap((section) => sectionLines(section, 2))];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const sectionLines = ({ title, blocks, sections = [] }: Section, level: number): string[] => [
  `${"#".repeat(level)} ${mdText(title)}`,
  ...blocks.map(blockText),
  ...sections.flatMap((section) => sectionLines(section, level + 1)),
];

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return mdText(block.text);
    case "notice":
      return `> ${mdText(block.text)}`;
    case "facts":
      return block.facts.map(([name, value]) => `- ${mdText(name)}: ${mdText(value)}`).join("\n");
    case "list":
      return block.items.map((item) => `- ${mdText(item)}`).join("\n");
    case "table":
      return [
        row(block.head.map(cell)),
        row(block.head.map(() => "---")),
        ...block.rows.map((cells) => row(cells.map(cell))),
      ].join("\n");
    case "code": {
      const marks = fence(block.text);
      return `${marks}${block.language}\n${block.text}\n${marks}`;
    }
    default:
      return "";
  }
}
