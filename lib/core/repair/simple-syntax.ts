import type { LintFix, RepairStep } from "./repair.ts";
import { scan } from "./scan.ts";

const SMART_DOUBLE = /[\u201c-\u201f\u2033\uff02]/g;
const SMART_SINGLE = /[\u2018-\u201b\u2032\uff07]/g;
const WIDE_SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]/g;

/** Mends taken in one step, each of which may mend many lines; a text that needs more of them wants a person. */
const MOST = 10;

/** Indents with spaces where tabs and spaces are mixed so that the text does not parse. */
export const spacesForTabs: RepairStep = (text, { tools }) => {
  if (!/^[ ]*\t/m.test(text) || !tools.judge(text).some(({ check, status }) => check === "syntax" && status === "fail"))
    return null;
  const { inString } = scan(text);
  const lines = text
    .split("\n")
    .map((line, index) =>
      inString.has(index) ? line : line.replace(/^[ \t]+/, (indent) => " ".repeat(width(indent))),
    );
  return { text: lines.join("\n"), reason: "Indented with spaces instead of tabs." };
};

/** Columns of an indentation as Python counts them: a tab goes to the next multiple of eight. */
const width = (indent: string): number =>
  [...indent].reduce((column, char) => (char === "\t" ? column + 8 - (column % 8) : column + 1), 0);

/** Mends faults of typing in Python: smart quotes, odd spaces, a missing colon, a bracket that is never closed. */
export const simpleSyntax: RepairStep = (text, { file, tools }) => {
  if (!file.path.endsWith(".py")) return null;
  const faults = (candidate: string) =>
    tools
      .lint(candidate)
      .filter(({ code }) => code === "invalid-syntax")
      .sort((a, b) => a.line - b.line || a.column - b.column);
  const reasons = new Set<string>();
  let current = text;
  let left = faults(current);
  for (let round = 0; round < MOST && left.length > 0; round++) {
    const before = left.length;
    for (const mend of MENDS) {
      const made = mend(current, left as [LintFix, ...LintFix[]]);
      const after = made && made.text !== current ? faults(made.text) : left;
      if (!made || after.length >= left.length) continue;
      current = made.text;
      left = after;
      reasons.add(made.reason);
      break;
    }
    if (left.length === before) break;
  }
  return reasons.size > 0 ? { text: current, reason: [...reasons].join(" ") } : null;
};

type Mend = (text: string, faults: readonly [LintFix, ...LintFix[]]) => { text: string; reason: string } | null;

const MENDS: readonly Mend[] = [
  (text, faults) => ({
    text: onLines(text, faults, (line) => line.replace(SMART_DOUBLE, '"').replace(SMART_SINGLE, "'")),
    reason: "Typed straight quotes.",
  }),
  (text, faults) => ({
    text: onLines(text, faults, (line) => line.replace(WIDE_SPACE, " ").replace(ZERO_WIDTH, "")),
    reason: "Replaced invisible characters with plain spaces.",
  }),
  (text, faults) => {
    const missing = faults.filter(({ message }) => message.startsWith("Expected `:`, found newline"));
    const { comments } = scan(text);
    return {
      text: onLines(text, missing, (line, index) => {
        const comment = comments[index] ?? -1;
        const code = (comment === -1 ? line : line.slice(0, comment)).trimEnd();
        return `${code}:${line.slice(code.length)}`;
      }),
      reason: missing.length > 1 ? "Added the missing colons." : "Added the missing colon.",
    };
  },
  (text, [fault]) => {
    // The bracket is open up to the statement that trips over it: close it at the end of the code before.
    const lines = text.split("\n");
    const atEnd = fault.message.includes("EOF") || fault.message.includes("end of file");
    const until = atEnd ? lines.length : fault.line - (fault.message.includes("found newline") ? 0 : 1);
    const before = lines.slice(0, until);
    while (before.length > 0 && before.at(-1)?.trim() === "") before.pop();
    const { unclosed, comments } = scan(before.join("\n"));
    const last = before.pop();
    if (unclosed.length === 0 || last === undefined) return null;
    const comment = comments.at(-1) ?? -1;
    const code = (comment === -1 ? last : last.slice(0, comment)).trimEnd();
    const closed = `${code}${unclosed.reverse().join("")}${last.slice(code.length)}`;
    return {
      text: [...before, closed, ...lines.slice(before.length + 1)].join("\n"),
      reason: "Closed the bracket that was left open.",
    };
  },
];

/** Changes the lines that have a fault and leaves the others. */
function onLines(text: string, faults: readonly LintFix[], change: (line: string, index: number) => string): string {
  const named = new Set(faults.map(({ line }) => line));
  return text
    .split("\n")
    .map((line, index) => (named.has(index + 1) ? change(line, index) : line))
    .join("\n");
}
