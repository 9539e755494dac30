import { shellOf } from "../../design/design.ts";
import { snakeCase } from "../../design/names.ts";
import { moduleProblems as stubProblems } from "../../python/stub-problems.ts";
import type { Problem } from "../../result.ts";
import type { PartialAnswers } from "../answers.ts";
import { lineProblems, textProblems } from "../text-rules.ts";
import { moduleNameProblems } from "./part-names.ts";
import type { Module } from "./resource.ts";

export const MODULE_LIMITS = { modules: 12, purpose: 200, api: 8000 } as const;

/** What one API may be at all, before its signatures are read. */
function apiTextProblems(api: string, path: string): Problem[] {
  const plain = textProblems(api, path);
  if (plain.length > 0 || api.trim() !== "") return plain;
  return [
    {
      path,
      code: "empty",
      message: "The public API is empty.",
      hint: "Write at least one signature, such as: def quote(nights: int) -> Decimal: ...",
    },
  ];
}

/** Refusals of the stubs of all modules together; each message names the line. */
function stubsProblems(modules: readonly Module[], path: string, { intake, structure }: PartialAnswers): Problem[] {
  const project = {
    packageName: intake?.package_name ?? "package",
    shell: shellOf(intake?.purpose ?? "library"),
    resources: (structure?.resources ?? []).map(({ name }) => name),
  };
  return stubProblems(modules, project).map((problem) => ({
    ...problem,
    path: problem.path.replace(/^structure\.modules\.(\d+)/, `${path}[$1]`),
  }));
}

/** Refusals of all modules: those of each, repeats, and names that a resource has already. */
export function modulesProblems(modules: readonly Module[], path: string, answers: PartialAnswers): Problem[] {
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
