import { shellOf } from "../../design/design.ts";
import { snakeCase } from "../../design/names.ts";
import { outline } from "../../python/outline.ts";
import { moduleProblems as stubProblems } from "../../python/stub-problems.ts";
import type { Problem } from "../../result.ts";
import type { PartialAnswers } from "../answers.ts";
import { lineProblems, textProblems } from "../text-rules.ts";
import { moduleNameProblems } from "./part-names.ts";
import type { Module } from "./resource.ts";

/** `purpose`, `api` and `apis` (all APIs together) in characters; reading a stub costs more than reading a text. */
export const MODULE_LIMITS = { modules: 12, purpose: 200, api: 8000, apis: 40_000 } as const;

/** Problems told per module and broken modules read at once: more would not be read either. */
const MOST_TOLD = 20;
const MOST_BROKEN = 3;

/** No signature needs more; without a bound, the parser's recovery from thousands of open brackets takes long. */
const DEEPEST_NESTING = 30;

function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const char of text) {
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** What one API may be at all, before its signatures are read. */
function apiTextProblems(api: string, path: string): Problem[] {
  const plain = textProblems(api, path);
  if (plain.length > 0) return plain;
  if (deepest(api) > DEEPEST_NESTING) {
    return [
      {
        path,
        code: "too_deep",
        message: `Brackets stand more than ${DEEPEST_NESTING} deep in each other.`,
        hint: "Close them, or give the inner type a name.",
      },
    ];
  }
  if (api.trim() !== "") return [];
  return [
    {
      path,
      code: "empty",
      message: "The public API is empty.",
      hint: "Write at least one signature, such as: def quote(nights: int) -> Decimal: ...",
    },
  ];
}

/** The modules that are not Python at all; reading stops after a few, because recovery from errors is slow. */
function syntaxProblems(modules: readonly Module[], path: string): Problem[] {
  const problems: Problem[] = [];
  for (const [index, { api }] of modules.entries()) {
    const fault = outline(api).faults[0];
    if (!fault) continue;
    const message = `Line ${fault.line}: Python cannot read this (column ${fault.column}).`;
    problems.push({
      path: `${path}[${index}].api`,
      code: "stub.syntax",
      message,
      hint: "Check brackets, colons and indentation.",
    });
    if (problems.length === MOST_BROKEN) break;
  }
  return problems;
}

/** Refusals of the stubs of all modules together; each message names the line. */
function stubsProblems(modules: readonly Module[], path: string, { intake, structure }: PartialAnswers): Problem[] {
  const broken = syntaxProblems(modules, path);
  if (broken.length > 0) return broken;
  const project = {
    packageName: intake?.package_name ?? "package",
    shell: shellOf(intake?.purpose ?? "library"),
    resources: (structure?.resources ?? []).map(({ name }) => name),
  };
  const told = new Map<string, number>();
  return stubProblems(modules, project).flatMap((problem) => {
    const count = (told.get(problem.path) ?? 0) + 1;
    told.set(problem.path, count);
    const at = problem.path.replace(/^structure\.modules\.(\d+)/, `${path}[$1]`);
    return count > MOST_TOLD ? [] : [{ ...problem, path: at }];
  });
}

/** Refusals of all modules: those of each, repeats, and names that a resource has already. */
export function modulesProblems(modules: readonly Module[], path: string, answers: PartialAnswers): Problem[] {
  const total = modules.reduce((sum, { api }) => sum + api.length, 0);
  if (total > MODULE_LIMITS.apis) {
    return [
      {
        path,
        code: "too_large",
        message: `The APIs have ${total} characters together; at most ${MODULE_LIMITS.apis} are read.`,
        hint: "Leave out what is not public, or split the package.",
      },
    ];
  }
  const taken = new Map<string, string>();
  for (const { name, plural } of answers.structure?.resources ?? []) {
    taken.set(snakeCase(name), `the resource ${name}`);
    taken.set(plural, `the resource ${name}`);
  }
  const { package_name: packageName } = answers.intake ?? {};
  if (packageName) taken.set(packageName, "the package");
  const own = modules.flatMap(({ name, purpose, api }, index) => {
    const here = `${path}[${index}]`;
    const owner = taken.get(name);
    taken.set(name, "another module");
    const clash: Problem[] = owner
      ? [
          {
            path: `${here}.name`,
            code: "repeated",
            message: `"${name}" is the name of ${owner} already.`,
            hint: "Rename the module.",
          },
        ]
      : [];
    return [
      ...moduleNameProblems(name, `${here}.name`),
      ...clash,
      ...lineProblems(purpose, `${here}.purpose`),
      ...apiTextProblems(api, `${here}.api`),
    ];
  });
  return own.length > 0 ? own : stubsProblems(modules, path, answers);
}
