import { readExpression, typeParameterNames } from "./expression.ts";
import { CONSTANT_CALLS, IMPORTABLE, MODERN_SPELLING } from "./importable.ts";
import type { StubProblem } from "./stub-problem.ts";
import type { Item, Origin } from "./stub-scope.ts";

/** What a check needs to know about the place it looks at. */
export interface Place {
  line: number;
  /** The thing itself, as it reads in a message: "`limit` of `find`". */
  what: string;
  /** Type parameters in force. */
  types: readonly string[];
  find(name: string): Origin | undefined;
  ambiguous: ReadonlySet<string>;
  /** The module's own declarations, by name. */
  own: ReadonlyMap<string, Item>;
}

const TYPE_SYNTAX = new Set([
  "Script",
  "ExpressionStatement",
  "VariableName",
  "MemberExpression",
  "PropertyName",
  "ArrayExpression",
  "TupleExpression",
  "ParenthesizedExpression",
  "BinaryExpression",
  "BitOp",
  "String",
  "Escape",
  "Number",
  "UnaryExpression",
  "ArithOp",
  "Boolean",
  "None",
  "Ellipsis",
  "[",
  "]",
  "(",
  ")",
  ",",
  ".",
  "*",
  "**",
]);
const VALUE_SYNTAX = new Set([
  "Script",
  "ExpressionStatement",
  "VariableName",
  "MemberExpression",
  "PropertyName",
  "TupleExpression",
  "ParenthesizedExpression",
  "BinaryExpression",
  "ArithOp",
  "String",
  "Escape",
  "ContinuedString",
  "Number",
  "UnaryExpression",
  "Boolean",
  "None",
  "CallExpression",
  "ArgList",
  "AssignOp",
  "(",
  ")",
  "[",
  "]",
  ",",
  ".",
  "*",
  "-",
]);
const CONTAINER_SYNTAX = new Set(["ArrayExpression", "DictionaryExpression", "SetExpression", "{", "}", ":"]);

const unknown = (place: Place, name: string): StubProblem => {
  const modern = MODERN_SPELLING[name];
  return modern
    ? {
        line: place.line,
        code: "stub.old-spelling",
        message: `${place.what} uses \`${name}\``,
        hint: `Write ${modern}.`,
      }
    : {
        line: place.line,
        code: "stub.unknown-name",
        message: `${place.what} uses \`${name}\`, which no module here declares`,
        hint: "Use built-in types, the usual ones of the standard library (Decimal, datetime, Path, UUID, Sequence ...), your other modules' types, or declare it in this stub.",
      };
};

/** Problems of one annotation. `direct` also refuses `Any` on its own, as the delivered lint rules do (ANN401). */
export function typeProblems(annotation: string, place: Place, direct = true): StubProblem[] {
  const found: StubProblem[] = [];
  const say = (code: string, message: string, hint: string) =>
    found.push({ line: place.line, code, message: `${place.what} ${message}`, hint });
  const { names, bare, attributes, kinds, quoted } = readExpression(annotation);
  if ([...kinds].some((kind) => !TYPE_SYNTAX.has(kind)) || annotation.startsWith("*")) {
    say("stub.type", `has \`${annotation}\` as its type`, "Write a type, such as `int` or `list[str] | None`.");
    return found;
  }
  if (quoted)
    say(
      "stub.quoted",
      "has its type in quotes",
      "Leave the quotes out: a draft may name types that are declared later.",
    );
  const values = /\b(Literal|Annotated)\[/.test(annotation);
  for (const name of names) {
    if (place.types.includes(name)) continue;
    if (place.ambiguous.has(name) && place.find(name)?.kind !== "own")
      say("stub.ambiguous", `uses \`${name}\`, which several modules declare`, "Give the types different names.");
    const origin = place.find(name);
    if (!origin) found.push(unknown(place, name));
    else if (place.own.get(name)?.kind === "function")
      say("stub.type", `uses the function \`${name}\` as a type`, "Write a type.");
    else if (origin.generic && bare.includes(name))
      say(
        "stub.bare-generic",
        `uses \`${name}\` without saying what it holds`,
        `Write \`${name}[...]\`, for example \`${example(name)}\`.`,
      );
  }
  for (const [owner, member] of attributes)
    if (!values && !place.types.includes(owner))
      say("stub.dotted", `writes \`${owner}.${member}\` as a type`, `Write \`${member}\` alone; the draft imports it.`);
  if (direct && annotation === "Any")
    say("stub.any", "has the type `Any`", "Use `object`, a type parameter (`def name[T](...)`), or say what it is.");
  const parts = unionParts(annotation);
  if (new Set(parts).size < parts.length) say("stub.union", "names a type twice in a union", "Name it once.");
  if (parts.includes("float") && parts.includes("int"))
    say("stub.union", "names `int | float`", "Write `float`: it takes an int as well.");
  return found;
}

const example = (name: string): string =>
  ({
    dict: "dict[str, int]",
    Mapping: "Mapping[str, int]",
    Callable: "Callable[[int], str]",
    tuple: "tuple[int, ...]",
    Literal: 'Literal["a", "b"]',
  })[name] ?? `${name}[str]`;

/** The members of a union, at its top level only. */
function unionParts(annotation: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const char of annotation) {
    if ("[(".includes(char)) depth += 1;
    if ("])".includes(char)) depth -= 1;
    if (char === "|" && depth === 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim());
}

const LITERAL_TYPES: readonly [RegExp, readonly string[]][] = [
  [/^-?[\d_]+$/, ["int", "float", "complex", "object", "Final"]],
  [/^-?[\d_]*\.[\d_]*$/, ["float", "complex", "object", "Final"]],
  [/^(True|False)$/, ["bool", "int", "float", "object", "Final"]],
  [/^["']/, ["str", "object", "LiteralString", "Final"]],
];
const SIMPLE_TYPES = new Set([
  "int",
  "float",
  "complex",
  "bool",
  "str",
  "bytes",
  "object",
  "None",
  "date",
  "datetime",
  "Decimal",
  "Path",
  "UUID",
  "timedelta",
]);

/**
 * Problems of a default or constant value. It runs on import, so only literals, constants and a few calls that
 * cannot fail by surprise may stand there. `containers`: lists, dicts and sets are fine (a constant), not shared by accident (a default).
 */
export function valueProblems(
  value: string,
  annotation: string | undefined,
  place: Place,
  containers: boolean,
  calls: ReadonlySet<string> = CONSTANT_CALLS,
): StubProblem[] {
  const found: StubProblem[] = [];
  const say = (code: string, message: string, hint: string) =>
    found.push({ line: place.line, code, message: `${place.what} ${message}`, hint });
  const { names, attributes, calls: called, kinds } = readExpression(value);
  const strange = [...kinds].filter((kind) => !VALUE_SYNTAX.has(kind));
  const onlyContainers = strange.every((kind) => CONTAINER_SYNTAX.has(kind));
  if (strange.length > 0 && onlyContainers && !containers)
    say("stub.mutable-default", "has a default that all calls would share", "Use `None` or a tuple.");
  else if (strange.length > 0 && !onlyContainers)
    say(
      "stub.value",
      `has the value \`${value}\``,
      'Use a literal, a constant of this stub, or a call such as `Decimal("0.1")`.',
    );
  if (/(^|[^\w.])0\d/.test(value)) say("stub.value", "has a number with a leading zero", "Leave the zero out.");
  if (/\\[^\\'"abfnrtvx0-7NuU]/.test(value))
    say("stub.value", "has a backslash that means nothing in Python", "Write two backslashes.");
  if (/["'](0\.0\.0\.0|\/tmp|\/var\/tmp|\/dev\/shm)/.test(value))
    say("stub.unsafe-value", `has the unsafe value \`${value}\``, "Leave the default out, so that callers choose.");
  for (const name of called)
    if (!calls.has(name) && name !== "field" && name !== "auto")
      say("stub.value", `calls \`${name}\``, `Calls that may stand here: ${[...calls].join(", ")}.`);
  for (const name of names) {
    const own = place.own.get(name);
    if (!place.find(name)) found.push(unknown(place, name));
    else if (own && own.line >= place.line)
      say("stub.order", `uses \`${name}\` before it is declared`, `Move \`${name}\` up.`);
    else if (own?.kind === "class" && !attributes.some(([owner]) => owner === name))
      say("stub.value", `has the class \`${name}\` as its value`, "Use a value.");
  }
  if (!annotation) return found;
  const parts = unionParts(annotation);
  if (value === "None" && !parts.some((part) => ["None", "object", "Any"].includes(part)))
    say("stub.none", "has the default `None` but not in its type", `Write \`${annotation} | None\`.`);
  const fits = LITERAL_TYPES.find(([shape]) => shape.test(value))?.[1];
  if (fits && parts.every((part) => SIMPLE_TYPES.has(part)) && !parts.some((part) => fits.includes(part)))
    say("stub.value", `has a value that is not \`${annotation}\``, "Make value and type agree.");
  return found;
}

const SECRET_NAME = /(^|_)(pas+wo?r?d|pass(phrase)?|pwd|token|secrete?)($|_)/i;

/** A secret written into code is refused by the delivered security rules (S105, S107). */
export const isHardcodedSecret = (name: string, value: string | undefined): boolean =>
  SECRET_NAME.test(name) && /^[a-zA-Z]*["'][^"']/.test(value ?? "");

/** Type parameters of an item and of its owner together. */
export const typesInForce = (...brackets: (string | undefined)[]): string[] => brackets.flatMap(typeParameterNames);

/** Whether a name is one that a stub may not declare, because every stub can use it. */
export const isTaken = (name: string): boolean => IMPORTABLE.get(name)?.module === null;
