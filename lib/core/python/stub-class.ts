import { readExpression } from "./expression.ts";
import { CONSTANT_CALLS, DECORATORS, MODERN_SPELLING } from "./importable.ts";
import type { AttributeOutline, ClassOutline } from "./outline.ts";
import { BUILTIN_CLASSES, KEYWORDS } from "./reserved.ts";
import { annotationNames, decoratorNames, functionProblems } from "./stub-function.ts";
import type { StubProblem } from "./stub-problem.ts";
import { isHardcodedSecret, type Place, typeProblems, typesInForce, valueProblems } from "./stub-types.ts";

const ENUMS = new Set(["Enum", "Flag", "IntEnum", "IntFlag", "StrEnum"]);
const SPECIAL = new Set([...ENUMS, "ABC", "NamedTuple", "Protocol", "TypedDict"]);

const baseName = (base: string): string => base.replace(/\[.*$/s, "").trim();

/** What kind of class the bases and marks make. */
export const isEnum = ({ bases }: ClassOutline): boolean => bases.some((base) => ENUMS.has(base));
/** Whether it only describes what others have. */
export const isProtocol = ({ bases }: ClassOutline): boolean => bases.some((base) => baseName(base) === "Protocol");
/** Whether its fields make its constructor. */
export const isDataclass = ({ decorators }: ClassOutline): boolean => decoratorNames(decorators).includes("dataclass");

/** Problems of one class of a stub. */
export function classProblems(found: ClassOutline, outer: Omit<Place, "line" | "what">): StubProblem[] {
  const problems: StubProblem[] = [];
  const place = { ...outer, types: [...outer.types, ...typesInForce(found.typeParameters)] };
  const say = (code: string, message: string, hint: string, line = found.line) =>
    problems.push({ line, code, message, hint });

  if (!/^[A-Z][A-Za-z0-9]*$/.test(found.name) || KEYWORDS.has(found.name))
    say("stub.name", `\`${found.name}\` is not a class name`, "Write it in CapWords: `TideWindow`.");
  for (const [index, name] of decoratorNames(found.decorators).entries()) {
    if (!DECORATORS.has(name))
      say(
        "stub.decorator",
        `\`${found.name}\` is marked with \`@${found.decorators[index]}\``,
        `Marks a stub may use: ${[...DECORATORS].join(", ")}.`,
      );
  }
  problems.push(...baseProblems(found, place));
  for (const attribute of found.attributes) problems.push(...attributeProblems(attribute, found, place));
  problems.push(...fieldOrder(found));
  for (const method of found.methods) {
    problems.push(
      ...functionProblems(method, found.name, {
        ...place,
        types: [...place.types, ...typesInForce(method.typeParameters)],
      }),
    );
  }
  if (found.bases.includes("ABC") && !found.methods.some(({ decorators }) => decorators.includes("abstractmethod"))) {
    say(
      "stub.class",
      `\`${found.name}\` is an ABC without an abstract method`,
      "Mark one with `@abstractmethod`, or drop `ABC`.",
    );
  }
  const members = new Set([...found.attributes, ...found.methods].map(({ name }) => name));
  const used = [
    ...found.methods.flatMap(annotationNames),
    ...found.attributes.flatMap(({ annotation }) => (annotation ? readExpression(annotation).names : [])),
  ];
  const shadowed = [...new Set(used)].filter((name) => members.has(name));
  for (const name of shadowed)
    say(
      "stub.shadow",
      `the member \`${name}\` of \`${found.name}\` hides the type \`${name}\``,
      "Rename the member: a type checker cannot tell the two apart.",
    );
  return problems;
}

function baseProblems(found: ClassOutline, place: Omit<Place, "line" | "what">): StubProblem[] {
  const problems: StubProblem[] = [];
  const at: Place = { ...place, line: found.line, what: `\`${found.name}\`` };
  const say = (code: string, message: string, hint: string) => problems.push({ line: found.line, code, message, hint });
  for (const base of found.bases) {
    if (/^total\s*=\s*(True|False)$/.test(base)) continue;
    const name = baseName(base);
    if (base.includes("=") || base.startsWith("*"))
      say("stub.class", `\`${found.name}\` has \`${base}\` among its bases`, "Name base classes only.");
    else
      problems.push(
        ...(SPECIAL.has(name)
          ? typeProblems(base, at, false).filter(({ code }) => code !== "stub.bare-generic")
          : typeProblems(base, at, false)),
      );
    const own = place.own.get(name);
    if (own && own.line >= found.line)
      say("stub.order", `\`${found.name}\` derives from \`${name}\`, which comes later`, `Move \`${name}\` up.`);
    const isValueType = place.find(name)?.kind === "builtin" && !BUILTIN_CLASSES.has(name);
    if (isValueType && !MODERN_SPELLING[name])
      say(
        "stub.class",
        `\`${found.name}\` derives from \`${name}\``,
        "Hold the value in a field of a dataclass (for names with values: `StrEnum` or `IntEnum`).",
      );
    const isError = name === "Exception" || name.endsWith("Error");
    if (isError && !found.name.endsWith("Error"))
      say("stub.name", `the exception \`${found.name}\` does not say so`, `Call it \`${found.name}Error\`.`);
  }
  return problems;
}

function attributeProblems(
  attribute: AttributeOutline,
  owner: ClassOutline,
  place: Omit<Place, "line" | "what">,
): StubProblem[] {
  const label = `${owner.name}.${attribute.name}`;
  const at: Place = { ...place, line: attribute.line, what: `\`${label}\`` };
  const problems: StubProblem[] = [];
  const say = (code: string, message: string, hint: string) =>
    problems.push({ line: attribute.line, code, message, hint });
  const { name, annotation, value } = attribute;
  if (!/^([a-z_][a-z0-9_]*|[A-Z][A-Z0-9_]*)$/.test(name) || KEYWORDS.has(name))
    say(
      "stub.name",
      `\`${label}\` is not an attribute name`,
      "Write it in snake_case, or in UPPER_CASE for a constant.",
    );
  if (name.startsWith("_") && !(name === "_" && annotation === "KW_ONLY"))
    say(
      "stub.private",
      `\`${label}\` is private`,
      "A stub holds the public API: leave it out, or drop the underscore.",
    );
  if (isEnum(owner) && annotation !== undefined)
    say("stub.class", `the member \`${label}\` has a type`, `Leave it out: \`${name} = ...\`.`);
  if (isEnum(owner) && value === undefined)
    say(
      "stub.class",
      `the member \`${label}\` has no value`,
      `Give it one: \`${name} = "${name.toLowerCase()}"\`, or \`auto()\`.`,
    );
  if (!isEnum(owner) && annotation === undefined)
    say("stub.untyped", `\`${label}\` has no type`, `Write \`${name}: str\`, or the type it has.`);
  if (annotation !== undefined) problems.push(...typeProblems(annotation, at, false));
  if (value !== undefined) problems.push(...valueProblems(value, annotation, at, false, new Set([...CONSTANT_CALLS])));
  if (value !== undefined && !isDataclass(owner) && /\bfield\(/.test(value))
    say("stub.value", `\`${label}\` uses \`field\` outside a dataclass`, "Mark the class with `@dataclass`.");
  const factory = /\bdefault_factory=(list|dict|set|frozenset)\b(?!\[)/.exec(value ?? "")?.[1];
  if (factory)
    say(
      "stub.value",
      `the factory of \`${label}\` does not say what it holds`,
      `Write \`default_factory=${annotation?.startsWith(`${factory}[`) ? annotation : `${factory}[...]`}\`.`,
    );
  if (isHardcodedSecret(name, value)) say("stub.unsafe-value", `\`${label}\` holds a secret`, "Leave the value out.");
  return problems;
}

/** A dataclass or named tuple with a plain field behind one that has a default fails on import. */
function fieldOrder(found: ClassOutline): StubProblem[] {
  const ordered = isDataclass(found) || found.bases.includes("NamedTuple");
  if (!ordered || found.decorators.some((text) => /kw_only\s*=\s*True/.test(text))) return [];
  let defaulted = false;
  for (const { name, annotation, value, line } of found.attributes) {
    if (annotation === "KW_ONLY") return [];
    if (annotation?.startsWith("ClassVar") || /kw_only\s*=\s*True|init\s*=\s*False/.test(value ?? "")) continue;
    const hasDefault = value !== undefined && !(value.startsWith("field(") && !/default/.test(value));
    if (defaulted && !hasDefault)
      return [
        {
          line,
          code: "stub.parameters",
          message: `\`${found.name}.${name}\` has no default but stands behind a field that has one`,
          hint: "Move it up.",
        },
      ];
    defaulted ||= hasDefault;
  }
  return [];
}
