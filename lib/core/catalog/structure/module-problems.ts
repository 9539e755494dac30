import { snakeCase } from "../../design/names.ts";
import { outline } from "../../python/outline.ts";
import type { Problem } from "../../result.ts";
import type { PartialAnswers } from "../answers.ts";
import { moduleNameProblems } from "../names.ts";
import { lineProblems, textProblems } from "../text-rules.ts";
import type { Module } from "./resource.ts";

export const MODULE_LIMITS = { modules: 12, purpose: 200, api: 8000 } as const;

/** Refusals of the public API of a module, written as Python stubs; each names line and column. */
export function apiProblems(api: string, path: string): Problem[] {
  const plain = textProblems(api, path);
  if (plain.length > 0) return plain;
  if (api.trim() === "") {
    return [
      {
        path,
        code: "empty",
        message: "The public API is empty.",
        hint: "Write at least one signature, such as: def quote(nights: int) -> Decimal: ...",
      },
    ];
  }
  const found = outline(api);
  const fault = found.faults[0];
  if (fault) {
    return [
      {
        path,
        code: "bad_python",
        message: `This is not Python at line ${fault.line}, column ${fault.column}.`,
        hint: "Write stubs: a def or class line ending with a colon, and ... as its body.",
      },
    ];
  }
  const open = found.items.filter(({ name }) => !name.startsWith("_"));
  if (open.length === 0)
    return [
      {
        path,
        code: "empty",
        message: "The API defines no public name.",
        hint: "Add a function, a class or a constant whose name does not begin with an underscore.",
      },
    ];
  return [...repeats(found.items, path), ...importProblems(found.imports, path)];
}

function repeats(items: ReturnType<typeof outline>["items"], path: string): Problem[] {
  const seen = new Map<string, number>();
  return items.flatMap((item) => {
    const before = seen.get(item.name);
    seen.set(item.name, item.line);
    if (
      before === undefined ||
      (item.kind === "function" && item.decorators.some((name) => /(?:^|\.)overload$/.test(name)))
    )
      return [];
    const overloaded = items.some(
      (other) =>
        other.name === item.name &&
        other.kind === "function" &&
        other.decorators.some((name) => /(?:^|\.)overload$/.test(name)),
    );
    return overloaded
      ? []
      : [
          {
            path,
            code: "repeated",
            message: `"${item.name}" is defined at line ${before} and again at line ${item.line}.`,
            hint: "Keep one of them; use typing.overload for several signatures.",
          },
        ];
  });
}

function importProblems(imports: ReturnType<typeof outline>["imports"], path: string): Problem[] {
  return imports.flatMap(({ module, names, nested, line }) => {
    if (module.startsWith("."))
      return [
        {
          path,
          code: "bad_import",
          message: `Line ${line} imports from "${module}", which only exists inside a package.`,
          hint: "Leave it out, or import the full name.",
        },
      ];
    if (names?.includes("*"))
      return [
        {
          path,
          code: "bad_import",
          message: `Line ${line} imports everything from "${module}".`,
          hint: "Name what the signatures use.",
        },
      ];
    if (nested)
      return [
        {
          path,
          code: "bad_import",
          message: `The import at line ${line} stands inside a block.`,
          hint: "Move it to the top.",
        },
      ];
    return [];
  });
}

/** Refusals of all modules: those of each, repeats, and names that a resource has already. */
export function modulesProblems(modules: readonly Module[], path: string, answers: PartialAnswers): Problem[] {
  const taken = new Map<string, string>();
  for (const { name, plural } of answers.structure?.resources ?? []) {
    taken.set(snakeCase(name), `the resource ${name}`);
    taken.set(plural, `the resource ${name}`);
  }
  const own = answers.intake?.package_name;
  if (own) taken.set(own, "the package");
  return modules.flatMap(({ name, purpose, api }, index) => {
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
      ...apiProblems(api, `${here}.api`),
    ];
  });
}
