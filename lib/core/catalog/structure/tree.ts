import { err, ok, type Problem, type Result, refuse } from "../../result.ts";
import { PATH_LIMITS, pathProblems, pathsProblems } from "./own-path.ts";

/** What a pasted tree came to. Folders end with a slash; a folder that holds a listed path is not listed itself. */
export interface PastedTree {
  paths: string[];
  /** What was left out, with its line: comments and counts of `tree`. */
  skipped: { line: number; text: string }[];
}

interface Line {
  /** From 1, as the person sees it. */
  number: number;
  /** Columns before the name. */
  indent: number;
  name: string;
}

/** Most characters of pasted text; a tree of {@link PATH_LIMITS}.count paths is far smaller. */
const LONGEST_PASTE = 60_000;
const MOST_LINES = 2000;
/** A longer line is no path; it is cut before any pattern looks at it. */
const LONGEST_LINE = 400;

/** Box drawing of `tree` (Unicode and ASCII), list bullets and white space before a name. */
const PREFIX = /^(?:[\s\u00a0│├└─┬┌╰|`+\\]|(?<=[+\\|`-])-)*(?:[-*•]\s+)?/u;
/** What `tree` and people write behind a name: a comment after two spaces, `#`, `<-`, or a dash between spaces. */
const TRAILING = /(?:\s{2,}|\t+|\s)(?:#|\/\/|<-|←|—|–)\s?.*$|\s{2,}\(.*\)$|\s+->\s.*$/u;
const SUMMARY = /^\d+ director(?:y|ies)(?:, \d+ files?)?$/;
const FENCE = /^(?:```|~~~)/;

function readLine(raw: string, number: number): Line | { skipped: string } | null {
  if (raw.length > LONGEST_LINE) return { number, indent: 0, name: raw.trim().slice(0, LONGEST_LINE) };
  const text = raw.replace(/\t/g, "    ").trimEnd();
  if (text.trim() === "") return null;
  if (FENCE.test(text.trim()) || SUMMARY.test(text.trim()) || /^\s*#/.test(text)) return { skipped: text.trim() };
  const prefix = (PREFIX.exec(text) as RegExpExecArray)[0];
  const name = text
    .slice(prefix.length)
    .replace(TRAILING, "")
    .replace(/^(?:`([^`]+)`|\*\*([^*]+)\*\*).*$/, (_, code?: string, bold?: string) => code ?? bold ?? "")
    .trim()
    .replace(/[*@=|`]$/, "");
  return name === "" ? { skipped: text.trim() } : { number, indent: [...prefix].length, name };
}

/** The root line of a tree, such as `.` or `my-project/`: everything else is indented below it. */
function withoutRoot(lines: readonly Line[]): readonly Line[] {
  const [first, ...rest] = lines;
  if (!first) return lines;
  if (/^\.{1}\/?$/.test(first.name)) return rest;
  const alone = rest.length > 0 && rest.every(({ indent }) => indent > first.indent);
  return alone && !isSourceFolder(first.name) ? rest : lines;
}

/** Folders that are content, even when a whole paste stands below one of them. */
const isSourceFolder = (name: string): boolean =>
  /^(?:src|tests?|docs|examples|scripts|config|data|\.github)\/?$/.test(name);

/**
 * Reads a pasted directory tree: `tree` output with box characters or ASCII, indented names, Markdown bullets, or a plain
 * list of paths as `find` prints it. Depth follows indentation, so any step and mixed bullets work.
 * @returns paths in the order of the paste, or one problem per line that is no path; `path` is `line N`
 */
export function parseTree(pasted: string): Result<PastedTree> {
  if (pasted.length > LONGEST_PASTE) return tooLarge(`${pasted.length} characters; at most ${LONGEST_PASTE}`);
  const rows = pasted.normalize("NFC").split(/\r\n?|\n/);
  if (rows.length > MOST_LINES) return tooLarge(`${rows.length} lines; at most ${MOST_LINES}`);
  const skipped: PastedTree["skipped"] = [];
  const lines: Line[] = [];
  for (const [index, raw] of rows.entries()) {
    const read = readLine(raw, index + 1);
    if (read && "skipped" in read) skipped.push({ line: index + 1, text: read.skipped });
    else if (read) lines.push(read);
  }
  const found = assemble(withoutRoot(lines));
  const problems = found.flatMap(({ path, line }) => pathProblems(path, `line ${line}`));
  const paths = leaves(found.map(({ path }) => path));
  if (problems.length === 0 && paths.length > PATH_LIMITS.count) {
    problems.push({
      path: "line 1",
      code: "too_many",
      message: `The tree has ${paths.length} files and folders; at most ${PATH_LIMITS.count} can be added.`,
      hint: "Leave out what is generated or ignored anyway.",
    });
  }
  const clashes = problems.length > 0 ? [] : pathsProblems(paths, "line");
  problems.push(...clashes.map((problem) => atLine(problem, paths, found)));
  return problems.length > 0 ? err(problems) : ok({ paths, skipped });
}

const tooLarge = (what: string) =>
  refuse("line 1", "too_large", `The text has ${what} are read.`, "Paste the part you need.");

function atLine(problem: Problem, paths: readonly string[], found: readonly { path: string; line: number }[]): Problem {
  const at = paths[Number(/\[(\d+)\]/.exec(problem.path)?.[1])];
  return { ...problem, path: `line ${found.find(({ path }) => path === at)?.line ?? 1}` };
}

/** Joins each line with the folders above it. A name with something below it is a folder, with or without its slash. */
function assemble(lines: readonly Line[]): { path: string; line: number }[] {
  const open: { indent: number; path: string }[] = [];
  return lines.map(({ number, indent, name }, index) => {
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const clean = name.replace(/^(?:\.\/)+/, "");
    const parent = open.at(-1)?.path ?? "";
    const folder = clean.endsWith("/") || (lines[index + 1]?.indent ?? -1) > indent;
    const path = `${parent}${clean.replace(/\/+$/, "")}${folder ? "/" : ""}`;
    if (folder) open.push({ indent, path });
    return { path, line: number };
  });
}

/** Drops folders that another path implies, and repeats of a folder. */
function leaves(paths: readonly string[]): string[] {
  const implied = (folder: string) => paths.some((other) => other !== folder && other.startsWith(folder));
  return paths.filter((path, index) => !(path.endsWith("/") && (implied(path) || paths.indexOf(path) < index)));
}

/** Draws paths as a tree with box characters, folders and files in the order of their names; `parseTree` reads it back. */
export function drawTree(paths: readonly string[]): string {
  const draw = (below: readonly string[], indent: string): string[] => {
    const names = [
      ...new Set(below.map((path) => (path.includes("/") ? path.slice(0, path.indexOf("/") + 1) : path))),
    ].sort();
    return names.flatMap((name, index) => {
      const last = index === names.length - 1;
      const inner = name.endsWith("/")
        ? below.filter((path) => path.startsWith(name) && path !== name).map((path) => path.slice(name.length))
        : [];
      return [`${indent}${last ? "└── " : "├── "}${name}`, ...draw(inner, `${indent}${last ? "    " : "│   "}`)];
    });
  };
  return [".", ...draw(paths, ""), ""].join("\n");
}
