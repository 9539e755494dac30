import type { Problem } from "../../result.ts";
import { isWindowsDevice, quoted } from "../names.ts";

/** Limits of HARDENING, "Paths, archives, uploads". */
export const PATH_LIMITS = { bytes: 240, depth: 16, segment: 200, count: 200 } as const;

/** Names with a leading dot that a person may add; each is read by a tool, none runs code by being there. */
const DOT_NAMES = [
  ".github",
  ".gitignore",
  ".gitattributes",
  ".gitkeep",
  ".env.example",
  ".dockerignore",
  ".pre-commit-config.yaml",
  ".editorconfig",
  ".python-version",
  ".devcontainer",
  ".readthedocs.yaml",
] as const;

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._@+ -]*$/;

/** One segment in the form in which file systems and Git compare names. */
const folded = (segment: string): string => segment.normalize("NFKC").toLowerCase();

function segmentFault(segment: string): [code: string, message: string, hint: string] | null {
  if (segment === "") return ["bad_path", "Two slashes follow each other.", "Leave one out."];
  if (segment === "." || segment === "..")
    return ["bad_path", `"${segment}" leads out of its place.`, "Write the path from the top of the repository."];
  if (segment.length > PATH_LIMITS.segment)
    return [
      "too_long",
      `A name in this path has ${segment.length} characters; at most ${PATH_LIMITS.segment} are allowed.`,
      "Shorten it.",
    ];
  const fold = folded(segment);
  if (
    /^(?:\.git|git~\d+)(?:\.|$)/.test(fold.replace(/[\s.]+$/, "")) &&
    !(DOT_NAMES as readonly string[]).includes(segment)
  ) {
    return ["reserved_path", `Git keeps ${quoted(segment)} for itself.`, "Choose another name."];
  }
  if (segment.startsWith(".") && !(DOT_NAMES as readonly string[]).includes(segment)) {
    const hint = segment.startsWith(".env")
      ? 'Secrets stay out of the repository; ".env.example" lists their names.'
      : `Names that begin with a dot are limited to ${DOT_NAMES.join(", ")}.`;
    return ["reserved_path", `${quoted(segment)} begins with a dot.`, hint];
  }
  if (segment.startsWith("-"))
    return [
      "bad_path",
      `${quoted(segment)} begins with a hyphen, which commands take for an option.`,
      "Begin with a letter or a digit.",
    ];
  if (!segment.startsWith(".") && !SEGMENT.test(segment)) {
    return [
      "bad_path",
      `${quoted(segment)} holds a character that not every system allows in a file name.`,
      "Use letters a to z, digits, and . _ @ + - or spaces.",
    ];
  }
  if (/[. ]$/.test(segment))
    return [
      "bad_path",
      `${quoted(segment)} ends with a ${segment.endsWith(".") ? "dot" : "space"}, which Windows drops.`,
      "Remove it.",
    ];
  if (isWindowsDevice((fold.split(".")[0] as string).trim()))
    return ["reserved_path", `${quoted(segment)} is a device name on Windows.`, "Choose another name."];
  if (/\.pth$/i.test(segment))
    return [
      "reserved_path",
      `Python runs the lines of a ".pth" file when it starts.`,
      "Use a .py file that is imported where it is needed.",
    ];
  return null;
}

/** Refusals of one path: a file, or a folder when it ends with a slash. */
export function pathProblems(given: string, path: string): Problem[] {
  const refuse = (code: string, message: string, hint: string): Problem[] => [{ path, code, message, hint }];
  if (given === "" || given === "/")
    return refuse("empty", "The path is empty.", "Write it from the top of the repository, such as docs/notes.md.");
  if (new TextEncoder().encode(given).length > PATH_LIMITS.bytes)
    return refuse(
      "too_long",
      `The path is longer than ${PATH_LIMITS.bytes} bytes.`,
      "Use shorter names or fewer folders.",
    );
  if (given.startsWith("/") || /^[A-Za-z]:/.test(given))
    return refuse(
      "bad_path",
      `${quoted(given)} is an absolute path.`,
      "Write it from the top of the repository, without a leading slash.",
    );
  if (given.includes("\\"))
    return refuse("bad_path", `${quoted(given)} holds a backslash.`, "Separate folders with a forward slash.");
  const segments = given.replace(/\/$/, "").split("/");
  if (segments.length > PATH_LIMITS.depth)
    return refuse(
      "too_deep",
      `The path has ${segments.length} levels; at most ${PATH_LIMITS.depth} are allowed.`,
      "Use fewer folders.",
    );
  if (segments[0] === ".plumbline")
    return refuse(
      "reserved_path",
      `".plumbline" holds the proof of the delivered repository.`,
      "Choose another folder.",
    );
  for (const segment of segments) {
    const fault = segmentFault(segment);
    if (fault) return refuse(...fault);
  }
  return [];
}

/** Refusals of a list of paths: those of each path, repeats, names that differ only in case, and a file that is also a folder. */
export function pathsProblems(paths: readonly string[], path: string): Problem[] {
  const problems: Problem[] = [];
  const spelling = new Map<string, string>();
  const kind = new Map<string, "file" | "folder">();
  for (const [index, given] of paths.entries()) {
    const here = `${path}[${index}]`;
    const own = pathProblems(given, here);
    problems.push(...(own.length > 0 ? own : clashes(given, here, spelling, kind)));
  }
  return problems;
}

function clashes(
  given: string,
  path: string,
  spelling: Map<string, string>,
  kinds: Map<string, "file" | "folder">,
): Problem[] {
  const segments = given.replace(/\/$/, "").split("/");
  for (const [index] of segments.entries()) {
    const prefix = segments.slice(0, index + 1).join("/");
    const key = folded(prefix);
    const last = index === segments.length - 1;
    const kind = last && !given.endsWith("/") ? "file" : "folder";
    const known = spelling.get(key);
    if (known !== undefined && known !== prefix) {
      return [
        {
          path,
          code: "case_clash",
          message: `"${prefix}" and "${known}" differ only in case, and many systems keep one of them.`,
          hint: "Spell both the same way.",
        },
      ];
    }
    const before = kinds.get(key);
    if (before !== undefined && before !== kind) {
      return [
        {
          path,
          code: "file_and_folder",
          message: `"${prefix}" is a file in one path and a folder in another.`,
          hint: "Rename one of them.",
        },
      ];
    }
    if (last && before === kind && given.endsWith("/") === spelling.has(`${key}/`))
      return [
        { path, code: "repeated", message: `"${given}" stands in the list twice.`, hint: "Remove one of the two." },
      ];
    spelling.set(key, prefix);
    kinds.set(key, kind);
    if (last && kind === "folder") spelling.set(`${key}/`, prefix);
  }
  return [];
}
