import type { RepairStep } from "./repair.ts";

/** Drops the byte order mark that some editors write. */
export const withoutMark: RepairStep = (text) =>
  text.startsWith("\ufeff") ? { text: text.slice(1), reason: "Removed the byte order mark." } : null;

/** Turns CRLF and CR into LF. */
export const lineEnds: RepairStep = (text) =>
  text.includes("\r") ? { text: text.replace(/\r\n?/g, "\n"), reason: "Line ends are LF." } : null;

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
