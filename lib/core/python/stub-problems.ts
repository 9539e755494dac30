import type { Problem } from "../result.ts";
import { IMPORTABLE_MODULES } from "./importable.ts";
import { type ConstantOutline, type Outline, outline } from "./outline.ts";
import { KEYWORDS } from "./reserved.ts";
import { classProblems } from "./stub-class.ts";
import { decoratorNames, functionProblems } from "./stub-function.ts";
import { stubImports } from "./stub-imports.ts";
import type { StubProblem } from "./stub-problem.ts";
import { errorBase, type NamedOutline, type StubProject, scopeOf } from "./stub-scope.ts";
import { statementProblems } from "./stub-statements.ts";
import { isHardcodedSecret, isTaken, type Place, typeProblems, typesInForce, valueProblems } from "./stub-types.ts";

const LONGEST_NAME = 40;
const LONGEST_TEXT = 60;

/** Declarations in one stub; more is a design of its own, and drafts, tests and prompts would grow without bound. */
const MOST_DECLARATIONS = 60;

/**
 * Checks the stubs of all modules of a project together: every name is known, every signature is complete, and what is
 * made from them (draft, contract test, typing test) passes the lint and type checks of the delivered repository.
 * Returns problems with the path `structure.modules.<index>.api`; the message names the line. Empty when all is well.
 */
export function moduleProblems(modules: readonly { name: string; api: string }[], project: StubProject): Problem[] {
  const named = modules.map(({ name, api }) => ({ name, outline: outline(api) }));
  const found = modules.flatMap(({ api }, index) =>
    stubProblems(api, named[index] as NamedOutline, named, project).map(({ line, code, message, hint }) => ({
      path: `structure.modules.${index}.api`,
      code,
      message: `Line ${line}: ${message}.`,
      hint,
    })),
  );
  return found.length > 0 ? found : cycleProblems(named, project);
}

function stubProblems(
  source: string,
  module: NamedOutline,
  all: readonly NamedOutline[],
  project: StubProject,
): StubProblem[] {
  const { outline: read } = module;
  if (read.faults[0]) {
    return [
      {
        line: read.faults[0].line,
        code: "stub.syntax",
        message: `Python cannot read this (column ${read.faults[0].column})`,
        hint: "Check brackets, colons and indentation.",
      },
    ];
  }
  const problems = statementProblems(source);
  if (read.items.length === 0)
    problems.push({
      line: 1,
      code: "stub.empty",
      message: "there is no declaration",
      hint: "Write at least one: `def quote(nights: int) -> Decimal: ...`.",
    });
  if (read.items.length > MOST_DECLARATIONS)
    problems.push({
      line: 1,
      code: "stub.size",
      message: `there are more than ${MOST_DECLARATIONS} declarations`,
      hint: "Split the module.",
    });
  if (read.all)
    problems.push({
      line: 1,
      code: "stub.all",
      message: "the stub has its own `__all__`",
      hint: "Leave it out: the draft lists every declared name.",
    });
  problems.push(...lengthProblems(source));
  const scope = scopeOf(module, all, project);
  const own = new Map(read.items.map((item) => [item.name, item]));
  const place = { ...scope, own, types: [] as string[] };
  problems.push(...importProblems(read, all, project), ...duplicateProblems(read), ...nameProblems(read, project));
  for (const item of read.items) {
    const types = typesInForce(item.typeParameters);
    if (item.kind === "function") problems.push(...functionProblems(item, null, { ...place, types }));
    else if (item.kind === "class") problems.push(...classProblems(item, place));
    else problems.push(...constantProblems(item, { ...place, types }));
  }
  return problems.sort((a, b) => a.line - b.line);
}

function constantProblems(found: ConstantOutline, outer: Omit<Place, "line" | "what">): StubProblem[] {
  const place: Place = { ...outer, line: found.line, what: `\`${found.name}\`` };
  const say = (code: string, message: string, hint: string) => [{ line: found.line, code, message, hint }];
  if (found.annotation === "type") return typeProblems(found.value ?? "", place, false);
  if (!/^([a-z][a-z0-9_]*|[A-Z][A-Z0-9_]*)$/.test(found.name) || KEYWORDS.has(found.name))
    return say(
      "stub.name",
      `\`${found.name}\` is not a constant's name`,
      "Write it in UPPER_CASE (a type alias: `type Name = ...`).",
    );
  if (found.value === undefined)
    return say(
      "stub.value",
      `\`${found.name}\` has no value`,
      "Give it one, or make it a function: a draft cannot invent it.",
    );
  return [
    ...(found.annotation ? typeProblems(found.annotation, place, false) : []),
    ...valueProblems(found.value, found.annotation, place, found.annotation !== undefined),
    ...(isHardcodedSecret(found.name, found.value)
      ? say("stub.unsafe-value", `\`${found.name}\` holds a secret`, "Take it as an argument.")
      : []),
  ];
}

function importProblems(read: Outline, all: readonly NamedOutline[], { packageName }: StubProject): StubProblem[] {
  const known = new Set([
    ...IMPORTABLE_MODULES,
    "__future__",
    ...all.map(({ name }) => `${packageName}.${name}`),
    `${packageName}.errors`,
    `${packageName}.domain.errors`,
  ]);
  return read.imports
    .filter(({ module, names }) => names === undefined || !known.has(module))
    .map(({ module, line }) => ({
      line,
      code: "stub.import",
      message: `the stub imports \`${module}\``,
      hint: "Leave import lines out: the draft imports what the signatures name. Types of other packages have no place in a stub yet.",
    }));
}

function duplicateProblems({ items }: Outline): StubProblem[] {
  const problems: StubProblem[] = [];
  const groups: {
    label: string;
    members: readonly { name: string; line: number; kind: string; decorators?: string[] }[];
  }[] = [
    { label: "", members: items },
    ...items.flatMap((item) =>
      item.kind === "class" ? [{ label: `${item.name}.`, members: [...item.attributes, ...item.methods] }] : [],
    ),
  ];
  for (const { label, members } of groups) {
    for (const name of new Set(members.map((member) => member.name))) {
      const same = members.filter(
        (member) => member.name === name && !(member.decorators ?? []).some((text) => text.endsWith(".setter")),
      );
      const overloads = same.filter((member) => decoratorNames(member.decorators ?? []).includes("overload"));
      const line = same.at(-1)?.line ?? 1;
      if (overloads.length === 1)
        problems.push({
          line,
          code: "stub.overload",
          message: `\`${label}${name}\` has one overload`,
          hint: "Write two or more, or drop the mark.",
        });
      else if (same.length > 1 && overloads.length < same.length)
        problems.push({
          line,
          code: "stub.twice",
          message: `\`${label}${name}\` is declared twice`,
          hint: "Declare it once (mark all of them with `@overload` when it has several forms).",
        });
    }
  }
  return problems;
}

/** Names and texts that would not fit into a line of the delivered repository. */
function lengthProblems(source: string): StubProblem[] {
  const code = source.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, (text) => text.replace(/[^\n]/g, ""));
  return code.split("\n").flatMap((text, index) => {
    const long = (text.match(/"[^"]*"|'[^']*'|\w+/g) ?? []).find(
      (word) => word.length > (/^["']/.test(word) ? LONGEST_TEXT : LONGEST_NAME),
    );
    if (!long) return [];
    return [
      {
        line: index + 1,
        code: "stub.length",
        message: `\`${long.slice(0, 24)}...\` is too long`,
        hint: `Names have at most ${LONGEST_NAME} characters, texts in signatures ${LONGEST_TEXT}.`,
      },
    ];
  });
}

/** Names a module may not declare: those every stub can use, and those its shell has already. */
function nameProblems({ items }: Outline, project: StubProject): StubProblem[] {
  const taken =
    project.shell === "library" ? [errorBase(project.packageName)] : project.shell === "service" ? ["DomainError"] : [];
  return items
    .filter(({ name }) => isTaken(name) || taken.includes(name))
    .map(({ name, line }) => ({
      line,
      code: "stub.taken",
      message: `\`${name}\` exists already`,
      hint: "Choose another name.",
    }));
}

/** Modules that need each other's types could not be imported. */
function cycleProblems(all: readonly NamedOutline[], project: StubProject): Problem[] {
  const needs = new Map(
    all.map((module) => {
      const modules = stubImports(module, all, project).map((line) => line.module);
      return [
        module.name,
        all.map(({ name }) => name).filter((name) => modules.includes(`${project.packageName}.${name}`)),
      ];
    }),
  );
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (needs.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  return all.flatMap(({ name }, index) =>
    reaches(name, name)
      ? [
          {
            path: `structure.modules.${index}.api`,
            code: "stub.cycle",
            message: `\`${name}\` and another module use each other's types.`,
            hint: "Move the shared type into one of them, or into a third module.",
          },
        ]
      : [],
  );
}
