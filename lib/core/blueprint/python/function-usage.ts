import { readExpression } from "../../python/expression.ts";
import type { FunctionOutline, Parameter } from "../../python/outline.ts";
import { decoratorNames } from "../../python/stub-function.ts";
import { excusedHead } from "./excused-head.ts";

/** The module's name in a typing test, whatever it is called; a parameter of that name is left to the contract test. */
export const WHERE = "module";
/** Longer names of functions would not fit their own line. */
const LONGEST_NAME = 60;

/** A function that uses one public name with its declared types. */
export interface Usage {
  lines: string[];
  /** Names that must be imported for it. */
  names: string[];
}

/** Where a use stands: the name of the function that shows it, the call, and what comes before the parameters. */
export interface Call {
  name: string;
  call: string;
  first: readonly Parameter[];
  tier: number;
}

/** Marks that leave the call as it is declared. */
export const CALLABLE_MARKS: ReadonlySet<string> = new Set([
  "classmethod",
  "staticmethod",
  "abstractmethod",
  "final",
  "override",
]);

/** Types of which the declaration alone does not tell what a call gives. */
const SPECIAL = /\b(TypeGuard|TypeIs|Never|NoReturn|Concatenate|Unpack)\b|\.(args|kwargs)\b/;

/** A name that fits its line; a long one is cut and numbered by the caller's `index`. */
export const fitting = (name: string, index: number): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}_${index}` : name;

/** The entries of a bracket of type parameters: `[T: int, U]` gives `T: int` and `U`. */
export const typeEntries = (brackets: string | undefined): string[] =>
  (brackets ?? "")
    .slice(1, -1)
    .split(/,(?![^([]*[)\]])/)
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * One function that takes what `found` takes, calls it and asserts the type of the result; empty when that cannot be said
 * in general: type packs, marks that change the call, a parameter that hides a type of the result.
 */
export function functionUsage(found: FunctionOutline, { name, call, first, tier }: Call): Usage[] {
  const result = found.returns ?? "None";
  if (!isPlain(found, result, call, first)) return [];
  const taken = found.parameters.map(withoutDefault);
  const parameters = [...first, ...(taken[0]?.kind === "positional-marker" ? taken.slice(1) : taken)];
  const value = `${found.async ? "await " : ""}${call}(${callArguments(found.parameters)})`;
  const bounds = typeEntries(found.typeParameters).flatMap((entry) => entry.split(":").slice(1));
  const annotations = [result, ...bounds, ...found.parameters.flatMap(({ annotation }) => annotation ?? [])];
  return [
    {
      lines: [
        ...excusedHead({ ...found, name, decorators: [], parameters, returns: "None" }, tier),
        `    ${result === "None" ? value : `assert_type(${value}, ${result})`}`,
      ],
      names: annotations.flatMap((text) => readExpression(text).names),
    },
  ];
}

function isPlain(found: FunctionOutline, result: string, call: string, first: readonly Parameter[]): boolean {
  const used = new Set([...readExpression(result).names, call.split(".")[0], ...first.map(({ name }) => name)]);
  const texts = [result, ...found.parameters.map(({ annotation }) => annotation ?? "")];
  return (
    decoratorNames(found.decorators).every((mark) => CALLABLE_MARKS.has(mark)) &&
    !found.parameters.some(({ name }) => used.has(name)) &&
    !texts.some((text) => SPECIAL.test(text)) &&
    !(found.async && /^Async(Iterator|Generator|Iterable)\b/.test(result)) &&
    !(found.typeParameters ?? "").includes("*")
  );
}

const withoutDefault = ({ name, kind, annotation }: Parameter): Parameter => ({
  name,
  kind,
  ...(annotation ? { annotation } : {}),
});

function callArguments(parameters: readonly Parameter[]): string {
  const star = parameters.findIndex(({ kind }) => kind === "keyword-marker" || kind === "star");
  return parameters
    .flatMap(({ name, kind }, index) => {
      if (kind === "keyword-marker" || kind === "positional-marker") return [];
      if (kind === "star") return [`*${name}`];
      if (kind === "double-star") return [`**${name}`];
      return [star >= 0 && index > star ? `${name}=${name}` : name];
    })
    .join(", ");
}
