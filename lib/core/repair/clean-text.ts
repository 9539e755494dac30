import type { RepairStep } from "./repair.ts";

/** Drops the byte order mark that some editors write. */
export const withoutMark: RepairStep = (text) =>
  text.startsWith("\ufeff") ? { text: text.slice(1), reason: "Removed the byte order mark." } : null;

/** Turns CRLF and CR into LF. */
export const lineEnds: RepairStep = (text) =>
  text.includes("\r") ? { text: text.replace(/\r\n?/g, "\n"), reason: "Line ends are LF." } : null;

/**
 * A text as a draft is kept: line ends are LF, the last line ends too, nothing invisible stands before the first. What
 * editors and clipboards of Windows add would reach the repository otherwise, where shells, lists of paths and Python's
 * reader of TOML trip over it.
 */
export function asKept(text: string): string {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  return plain === "" || plain.endsWith("\n") ? plain : `${plain}\n`;
}

const FENCE = /^[ \t]*(?:```|~~~)/;

/** Takes the code out of the one Markdown fence that an assistant put around it, with what it said before and after. */
export const outOfFence: RepairStep = (text, { file }) => {
  if (/\.(md|mdx|rst)$/.test(file.path)) return null;
  const lines = text.split("\n");
  const marks = lines.flatMap((line, index) => (FENCE.test(line) ? [index] : []));
  const [open, close] = marks;
  if (open === undefined || marks.length > 2) return null;
  const code = lines.slice(open + 1, close);
  return code.some((line) => line.trim() !== "")
    ? { text: `${code.join("\n").trimEnd()}\n`, reason: "Removed the Markdown around the code." }
    : null;
};
