import { readExpression } from "./expression.ts";
import { DECORATORS } from "./importable.ts";
import type { FunctionOutline, Parameter } from "./outline.ts";
import { KEYWORDS } from "./reserved.ts";
import type { StubProblem } from "./stub-problem.ts";
import { isHardcodedSecret, type Place, typeProblems, valueProblems } from "./stub-types.ts";

/** Decorator names without arguments: `dataclass(frozen=True)` is `dataclass`, `length.setter` is `length.setter`. */
export const decoratorNames = (decorators: readonly string[]): string[] =>
  decorators.map((text) => text.replace(/\(.*$/s, "").trim());

const RETURNS: Readonly<Record<string, string>> = {
  __str__: "str",
  __repr__: "str",
  __eq__: "bool",
  __ne__: "bool",
  __hash__: "int",
  __bool__: "bool",
  __len__: "int",
  __init__: "None",
};

/** Problems of one function or method of a stub. `owner` is the class it stands in. */
export function functionProblems(
  found: FunctionOutline,
  owner: string | null,
  place: Omit<Place, "line" | "what">,
): StubProblem[] {
  const label = owner ? `${owner}.${found.name}` : found.name;
  const problems: StubProblem[] = [];
  const at = (what: string): Place => ({ ...place, line: found.line, what });
  const say = (code: string, message: string, hint: string) => problems.push({ line: found.line, code, message, hint });
  const names = decoratorNames(found.decorators);

  if (!/^[a-z_][a-z0-9_]*$/.test(found.name) || KEYWORDS.has(found.name))
    say("stub.name", `\`${label}\` is not a function name`, "Write it in snake_case: `find_windows`.");
  else if (found.name.startsWith("_") && !(owner && /^__\w+__$/.test(found.name)))
    say(
      "stub.private",
      `\`${label}\` is private`,
      "A stub holds the public API: leave it out, or drop the underscore.",
    );
  for (const [index, name] of names.entries()) {
    const isSetter = owner !== null && name === `${found.name}.setter`;
    if (!DECORATORS.has(name) && !isSetter)
      say(
        "stub.decorator",
        `\`${label}\` is marked with \`@${found.decorators[index]}\``,
        `Marks a stub may use: ${[...DECORATORS].join(", ")}.`,
      );
  }
  problems.push(...parameterOrder(found.parameters, label, found.line));
  const parameters =
    owner && !names.includes("staticmethod") ? withoutReceiver(found, names, label, say) : found.parameters;
  for (const parameter of parameters) problems.push(...parameterProblems(parameter, label, at));
  if (found.returns === undefined && found.name !== "__init__")
    say("stub.untyped", `\`${label}\` does not say what it returns`, "Add `-> None`, or the type it returns.");
  if (found.returns !== undefined) problems.push(...typeProblems(found.returns, at(`the result of \`${label}\``)));
  const fixed = RETURNS[found.name];
  if (owner && fixed && found.returns !== undefined && found.returns !== fixed)
    say("stub.dunder", `\`${label}\` must return \`${fixed}\``, `Write \`-> ${fixed}\`.`);
  if (owner && /^__(eq|ne)__$/.test(found.name) && found.parameters[1]?.annotation !== "object")
    say("stub.dunder", `\`${label}\` must take any object`, "Write `other: object`.");
  if (owner && found.returns === owner && /^__(a?enter|new|i\w+)__$/.test(found.name))
    say("stub.dunder", `\`${label}\` names its own class`, "Write `-> Self`.");
  if (names.includes("property") && found.parameters.length > 1)
    say("stub.decorator", `the property \`${label}\` takes more than self`, "Make it a method.");
  const generator = names.includes("contextmanager")
    ? "Generator"
    : names.includes("asynccontextmanager")
      ? "AsyncGenerator"
      : null;
  if (generator && !found.returns?.startsWith(`${generator}[`))
    say(
      "stub.decorator",
      `the context manager \`${label}\` does not return a ${generator}`,
      `Write \`-> ${generator}[X]\`, X being what the block gets.`,
    );
  problems.push(...docProblems(found, label));
  return problems;
}

function withoutReceiver(
  found: FunctionOutline,
  decorators: readonly string[],
  label: string,
  say: (code: string, message: string, hint: string) => void,
): Parameter[] {
  const receiver =
    decorators.includes("classmethod") || found.name === "__new__" || found.name === "__init_subclass__"
      ? "cls"
      : "self";
  const [first, ...rest] = found.parameters;
  if (first?.name === receiver && first.kind === "normal") {
    if (first.annotation) say("stub.receiver", `\`${receiver}\` of \`${label}\` has a type`, "Leave the type out.");
    return rest;
  }
  say(
    "stub.receiver",
    `\`${label}\` does not start with \`${receiver}\``,
    `Add \`${receiver}\`, or mark it with \`@staticmethod\`.`,
  );
  return found.parameters;
}

function parameterProblems(
  { name, kind, annotation, default: value }: Parameter,
  label: string,
  at: (what: string) => Place,
): StubProblem[] {
  if (kind === "keyword-marker" || kind === "positional-marker") return [];
  const place = at(`\`${name}\` of \`${label}\``);
  const problems: StubProblem[] = [];
  const say = (code: string, message: string, hint: string) => problems.push({ line: place.line, code, message, hint });
  if (!/^[a-z_][a-z0-9_]*$/.test(name) || KEYWORDS.has(name) || name === "l")
    say("stub.name", `${place.what} is not a parameter name`, "Write it in snake_case: `start_at`.");
  if (annotation === undefined)
    say("stub.untyped", `${place.what} has no type`, `Write \`${name}: str\`, or the type it takes.`);
  else problems.push(...typeProblems(annotation, place));
  if (value !== undefined) problems.push(...valueProblems(value, annotation, place, false));
  if (isHardcodedSecret(name, value))
    say("stub.unsafe-value", `${place.what} has a secret as its default`, "Leave the default out.");
  return problems;
}

function parameterOrder(parameters: readonly Parameter[], label: string, line: number): StubProblem[] {
  const problems: StubProblem[] = [];
  const say = (message: string) =>
    problems.push({
      line,
      code: "stub.parameters",
      message: `\`${label}\` ${message}`,
      hint: "Order: plain parameters, those with a default, `*`, keyword-only ones, `**`.",
    });
  let defaulted = false;
  let starred = false;
  for (const [index, { name, kind, default: value }] of parameters.entries()) {
    if (parameters.slice(0, index).some((other) => other.name === name)) say(`has \`${name}\` twice`);
    if (kind === "star" || kind === "keyword-marker") {
      if (starred) say("has two stars");
      if (kind === "keyword-marker" && (parameters[index + 1]?.kind ?? "none") !== "normal")
        say("has nothing behind its `*`");
      starred = true;
    }
    if (kind === "double-star" && index !== parameters.length - 1) say("has parameters behind `**`");
    if (kind === "positional-marker" && (index === 0 || starred)) say("has `/` in the wrong place");
    if (kind !== "normal" || starred) continue;
    if (defaulted && value === undefined) say(`has \`${name}\` without a default behind one that has it`);
    defaulted ||= value !== undefined;
  }
  return problems;
}

/** Google-style sections that ruff's D rules read. */
function docProblems({ doc, name, line, parameters }: FunctionOutline, label: string): StubProblem[] {
  if (!doc) return [];
  const problems: StubProblem[] = [];
  if (doc.split("\n")[0]?.includes(`${name}(`))
    problems.push({
      line,
      code: "stub.docstring",
      message: `the docstring of \`${label}\` starts with its signature`,
      hint: "Say what it does.",
    });
  if (!/^Args:\s*$/m.test(doc)) return problems;
  for (const parameter of parameters) {
    const isNamed =
      parameter.kind !== "keyword-marker" &&
      parameter.kind !== "positional-marker" &&
      !/^(self|cls|_.*)$/.test(parameter.name);
    if (isNamed && !new RegExp(`^\\s+\\*{0,2}${parameter.name}\\b[^:\\n]*:`, "m").test(doc)) {
      problems.push({
        line,
        code: "stub.docstring",
        message: `"Args:" of \`${label}\` leaves out \`${parameter.name}\``,
        hint: "Describe every parameter, or leave the section out.",
      });
    }
  }
  return problems;
}

/** Names that the annotations of a function mention. */
export const annotationNames = (found: FunctionOutline): string[] =>
  [...found.parameters.map((parameter) => parameter.annotation), found.returns].flatMap((text) =>
    text ? readExpression(text).names : [],
  );
