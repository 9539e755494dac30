import { snakeCase } from "../design/names.ts";
import { BUILTINS, DEPENDENCY_MODULES, KEYWORDS, SOFT_KEYWORDS } from "../python/reserved.ts";
import { STDLIB_MODULES } from "../python/stdlib.ts";
import type { Problem } from "../result.ts";

/** Longest names, in characters: paths stay under 240 bytes and generated import lines under 100 columns. */
export const NAME_LIMITS = {
  package: 40,
  repository: 63,
  resource: 30,
  plural: 32,
  field: 40,
  state: 24,
  module: 40,
} as const;

const SNAKE = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

const REPOSITORY = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Windows reserves these as file names, with any extension. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** Whether Windows takes a file name, without its extension, for a device. */
export const isWindowsDevice = (name: string): boolean => WINDOWS_DEVICE.test(name);

/** One refusal, as the list that checks of a value give. */
export const problem = (path: string, code: string, message: string, hint: string): Problem[] => [
  { path, code, message, hint },
];

/** Refuses a name that Windows gives to no folder or file; `better` is one it does. */
export const deviceProblems = (name: string, path: string, what: "folder" | "file", better: string): Problem[] =>
  isWindowsDevice(name)
    ? problem(
        path,
        "reserved_name",
        `"${name}" is a device name on Windows, where no ${what} can have it.`,
        `Write "${better}".`,
      )
    : [];

/** The nearest snake-case spelling of a text, or an example when nothing is left of it. */
export function snakeOf(text: string, example: string): string {
  const folded = snakeCase(text.normalize("NFKD"))
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "");
  return folded === "" ? example : folded;
}

/** How a refused text is named in a message: quoted, and cut when it is long. */
export const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Refuses a text of more than `limit` characters; `what` names it in the message. */
export function tooLong(text: string, path: string, what: string, limit: number): Problem[] {
  return text.length <= limit
    ? []
    : problem(
        path,
        "too_long",
        `${what} has ${text.length} characters; at most ${limit} are allowed.`,
        "Choose a shorter name.",
      );
}

/** What makes a word unusable as any Python name, or null. */
export function pythonClash(word: string): string | null {
  if (KEYWORDS.has(word)) return "a Python keyword";
  if (SOFT_KEYWORDS.has(word)) return "a Python soft keyword";
  if (BUILTINS.has(word)) return "a Python builtin";
  return null;
}

/**
 * Refusals of a snake-case Python name; the length is checked first, so the patterns stay cheap.
 * @param what how messages call the name, such as "The package name"
 */
export function snakeProblems(name: string, path: string, what: string, limit: number, example: string): Problem[] {
  const long = tooLong(name, path, what, limit);
  if (long.length > 0) return long;
  if (name === "") return problem(path, "empty", `${what} is empty.`, `Write it in snake case, such as "${example}".`);
  if (!SNAKE.test(name)) {
    const better = snakeOf(name, example);
    return problem(
      path,
      "bad_name",
      `${what} ${quoted(name)} is not in snake case: lower-case letters a to z, digits and single underscores, beginning with a letter.`,
      `Write "${better}".`,
    );
  }
  return [];
}

/** Refusals of the import name (WORKFLOW 1, question 1). */
export function packageNameProblems(name: string, path: string): Problem[] {
  const shape = snakeProblems(name, path, "The package name", NAME_LIMITS.package, "clinic_booking");
  if (shape.length > 0) return shape;
  const clash = pythonClash(name) ?? (STDLIB_MODULES.has(name) ? "a module of the standard library" : null);
  if (clash)
    return problem(
      path,
      "reserved_name",
      `"${name}" is ${clash}, so a package of this name could not be imported safely.`,
      `Add what it is about, such as "${name}_desk".`,
    );
  if (/^(?:tests?|conftest|test_.*|.*_test)$/.test(name)) {
    return problem(
      path,
      "reserved_name",
      `"${name}" is a name that pytest takes for tests.`,
      "Name the package after what it does.",
    );
  }
  if (["src", "docs", "examples", "site", "build", "dist"].includes(name)) {
    return problem(
      path,
      "reserved_name",
      `"${name}" is the name of a folder that tools treat specially.`,
      "Name the package after what it does.",
    );
  }
  if (DEPENDENCY_MODULES.has(name)) {
    return problem(
      path,
      "reserved_name",
      `"${name}" is a package that generated repositories depend on; yours would shadow it.`,
      `Add what it is about, such as "${name}_desk".`,
    );
  }
  return deviceProblems(name, path, "folder", `${name}_app`);
}

/** Refusals of the repository's name, which is also the name of the distribution. */
export function repositoryNameProblems(name: string, path: string): Problem[] {
  const long = tooLong(name, path, "The repository name", NAME_LIMITS.repository);
  if (long.length > 0) return long;
  if (!REPOSITORY.test(name)) {
    const better = snakeOf(name.replace(/\.git$/i, ""), "clinic_booking").replaceAll("_", "-");
    return problem(
      path,
      "bad_name",
      `The repository name ${quoted(name)} may hold only lower-case letters a to z, digits and single hyphens, beginning with a letter.`,
      `Write "${better}".`,
    );
  }
  const device = deviceProblems(name, path, "folder", `${name}-app`);
  if (device.length > 0) return device;
  if (DEPENDENCY_MODULES.has(name.replaceAll("-", "_"))) {
    return problem(
      path,
      "reserved_name",
      `"${name}" is a package that generated repositories depend on; a project cannot depend on itself.`,
      `Add what it is about, such as "${name}-desk".`,
    );
  }
  return [];
}
