import { LINE_LENGTH } from "../line-length.ts";

/**
 * A docstring as lines of code, without indentation; `indent` is where it will stand. The summary is one line that ends in
 * punctuation, as ruff's D rules ask; a longer text follows a summary made from `fallback`.
 */
export function docstring(text: string, fallback: string, indent: number): string[] {
  const safe = printable(text).replaceAll('"""', "'''");
  const raw = safe.includes("\\") ? "r" : "";
  const [first = "", ...rest] = (safe || fallback).split("\n");
  const width = LINE_LENGTH - indent;
  const whole = sentence(first);
  // A quote behind the opening quotes would make the formatter put a blank between them.
  const isShort =
    !whole.startsWith('"') && whole.length + 6 + raw.length <= width && (rest.length === 0 || rest[0]?.trim() === "");
  const body = isShort ? rest : [first, ...rest];
  const lines = body
    .flatMap((line) => wrap(line, width))
    .join("\n")
    .trim();
  const summary = isShort ? whole : sentence(fallback);
  if (lines === "") return [`${raw}"""${summary}"""`];
  return [`${raw}"""${summary}`, "", ...lines.split("\n"), '"""'];
}

/** Characters nobody sees: controls, direction marks, the zero-width space; the linter refuses them too (PLE25). */
const HIDDEN = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const printable = (text: string): string =>
  text
    .replaceAll("\t", "    ")
    .replace(HIDDEN, (char) => (char === "\n" ? char : " "))
    .trim();

/** Capitalised when it starts with a plain word, and closed with a full stop when it has no end of its own. */
function sentence(text: string): string {
  const line = text.trim();
  const opened = /^[a-z]+(?=[\s,.;:!?]|$)/.test(line) ? (line[0] as string).toUpperCase() + line.slice(1) : line;
  return /[.?!]$/.test(opened) ? opened : `${opened.replace(/[\s,;:]+$/, "")}.`;
}

/** Breaks a line between words; its indentation stays. */
function wrap(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = indent;
  for (const word of line.trim().split(/\s+/).filter(Boolean)) {
    const next = current === indent ? indent + word : `${current} ${word}`;
    if (next.length > width && current !== indent) {
      lines.push(current);
      current = indent + word;
    } else current = next;
  }
  return [...lines, current.trimEnd()];
}

/** `find_windows` in words: "Find windows". */
export const inWords = (name: string): string => {
  const words = name.replace(/^_+|_+$/g, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
