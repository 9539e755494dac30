import { parse } from "smol-toml";
import type { Parsed, Path } from "./schema.ts";

/** Reads TOML. Lines are found by looking for the header of the table and the key, which is how people look too. */
export function readToml(text: string): Parsed {
  // The parser here reads over it; Python's does not.
  if (text.startsWith("\ufeff")) return { value: undefined, faults: [MARK], line: () => 1 };
  try {
    return { value: parse(text), faults: [], line: (path) => lineOf(text.split("\n"), path) };
  } catch (cause) {
    const { line, column, message } = cause as { line?: number; column?: number; message: string };
    const fault = {
      code: "toml-syntax",
      message: message.split("\n")[0] as string,
      mend: "Mend the line so that it is TOML.",
      ...(line ? { line } : {}),
      ...(column ? { column } : {}),
    };
    return { value: undefined, faults: [fault], line: () => line ?? 1 };
  }
}

const MARK = {
  code: "toml-syntax",
  message: "An invisible byte order mark stands before the first key.",
  mend: "Save the file without a byte order mark.",
  line: 1,
};

const HEADER = /^\s*\[\[?\s*([^\]]+?)\s*\]\]?/;
const bare = (name: string): string => name.replace(/["'\s]/g, "");

function lineOf(lines: readonly string[], path: Path): number {
  const names = path.filter((step) => typeof step === "string");
  let best = { depth: 0, line: 1 };
  let table: string[] = [];
  for (const [index, content] of lines.entries()) {
    const header = HEADER.exec(content);
    if (header) table = (header[1] as string).split(".").map(bare);
    const key = header
      ? null
      : /^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=/.exec(content);
    const here = [...table, ...(key ? (key[1] as string).split(".").map(bare) : [])];
    if (!header && !key) continue;
    const fits = here.length <= names.length && here.every((name, at) => name === names[at]);
    if (fits && here.length > best.depth) best = { depth: here.length, line: index + 1 };
  }
  return withinList(lines, best.line, path);
}

/** The line of an entry of a list that has one line each: the n-th after the key. */
function withinList(lines: readonly string[], line: number, path: Path): number {
  const index = path.at(-1);
  if (typeof index !== "number" || !/\[\s*(?:#.*)?$/.test(lines[line - 1] ?? "")) return line;
  let seen = -1;
  for (let at = line; at < lines.length && !/^\s*\]/.test(lines[at] as string); at++) {
    if (/^\s*[^\s#]/.test(lines[at] as string)) seen++;
    if (seen === index) return at + 1;
  }
  return line;
}
