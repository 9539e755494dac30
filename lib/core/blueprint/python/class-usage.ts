import { snakeCase } from "../../design/names.ts";
import { readExpression } from "../../python/expression.ts";
import type { AttributeOutline, ClassOutline, FunctionOutline, Parameter } from "../../python/outline.ts";
import { parameterText } from "../../python/outline.ts";
import { isDataclass, isEnum, isProtocol } from "../../python/stub-class.ts";
import { decoratorNames } from "../../python/stub-function.ts";
import { CALLABLE_MARKS, functionUsage, typeEntries, type Usage, WHERE } from "./function-usage.ts";

interface Owner {
  found: ClassOutline;
  /** The class as a type: `Stack[T]`. */
  type: string;
  isGeneric: boolean;
  prefix: string;
  tier: number;
}

/** Uses of a class: making one, each method and each property. Classes with type packs are left to the contract test. */
export function classUsages(found: ClassOutline, tier: number): Usage[] {
  if (found.typeParameters?.includes("*")) return [];
  const types = typeEntries(found.typeParameters).map((entry) => entry.split(":")[0]?.trim());
  const owner: Owner = {
    found,
    type: types.length > 0 ? `${found.name}[${types.join(", ")}]` : found.name,
    isGeneric: types.length > 0,
    prefix: `use_${snakeCase(found.name)}`,
    tier,
  };
  const methods = found.methods.filter(({ name }) => !name.startsWith("__"));
  return [...constructions(owner), ...methods.flatMap((method) => methodUsage(owner, method))].map((usage) => ({
    ...usage,
    names: [...usage.names, found.name],
  }));
}

function methodUsage(owner: Owner, method: FunctionOutline): Usage[] {
  const marks = decoratorNames(method.decorators);
  const found = resolved(owner, method);
  const name = `${owner.prefix}_${method.name}`;
  const subject: Parameter = { name: "subject", kind: "normal", annotation: owner.type };
  const onClass = { name, call: `${WHERE}.${owner.found.name}.${method.name}`, first: [], tier: owner.tier };
  if (marks.includes("property") || marks.includes("cached_property")) return propertyUsage(found, name, subject);
  if (marks.some((mark) => !CALLABLE_MARKS.has(mark))) return [];
  if (marks.includes("staticmethod")) return owner.isGeneric ? [] : functionUsage(found, onClass);
  const bound = { ...found, parameters: found.parameters.slice(1) };
  if (marks.includes("classmethod"))
    return owner.isGeneric || isProtocol(owner.found) ? [] : functionUsage(bound, onClass);
  return functionUsage(bound, { name, call: `subject.${method.name}`, first: [subject], tier: owner.tier });
}

/** A method as a caller outside the class sees it: `Self` is the class, its type parameters are in force. */
function resolved({ found, type }: Owner, method: FunctionOutline): FunctionOutline {
  const outside = (annotation: string): string => annotation.replace(/\bSelf\b/g, type);
  const types = [...typeEntries(found.typeParameters), ...typeEntries(method.typeParameters)];
  return {
    ...method,
    ...(types.length > 0 ? { typeParameters: `[${types.join(", ")}]` } : {}),
    ...(method.returns ? { returns: outside(method.returns) } : {}),
    parameters: method.parameters.map((one) =>
      one.annotation ? { ...one, annotation: outside(one.annotation) } : one,
    ),
  };
}

/** Calling the class itself: an explicit `__init__`, or a plain dataclass that derives from nothing. */
function constructions({ found, isGeneric, prefix, tier }: Owner): Usage[] {
  const isAbstract = found.methods.some(({ decorators }) => decorators.includes("abstractmethod"));
  if (isGeneric || isEnum(found) || isProtocol(found) || isAbstract) return [];
  const call = { name: prefix, call: `${WHERE}.${found.name}`, first: [], tier };
  const [init, ...more] = found.methods.filter(({ name }) => name === "__init__");
  if (init && more.length === 0 && init.decorators.length === 0)
    return functionUsage({ ...init, returns: found.name, parameters: init.parameters.slice(1) }, call);
  if (init || !isPlainDataclass(found)) return [];
  const parameters = found.attributes.map(asParameter);
  const made = { kind: "function", name: found.name, async: false, decorators: [], docstring: false, line: 0 } as const;
  return functionUsage({ ...made, decorators: [], parameters, returns: found.name }, call);
}

const asParameter = ({ name, annotation }: AttributeOutline): Parameter => ({
  name,
  kind: "normal",
  ...(annotation ? { annotation } : {}),
});

const isPlainDataclass = (found: ClassOutline): boolean =>
  isDataclass(found) &&
  found.bases.length === 0 &&
  found.decorators.every((text) => !/init|kw_only/.test(text)) &&
  found.attributes.every(
    ({ annotation = "", value = "" }) =>
      !/^(ClassVar|InitVar|KW_ONLY|Final)/.test(annotation) && !value.startsWith("field("),
  );

function propertyUsage(found: FunctionOutline, name: string, subject: Parameter): Usage[] {
  if (!found.returns || /\b(Never|NoReturn)\b/.test(found.returns)) return [];
  return [
    {
      lines: [
        `def ${name}${found.typeParameters ?? ""}(${parameterText(subject)}) -> None:`,
        `    assert_type(subject.${found.name}, ${found.returns})`,
      ],
      names: [
        found.returns,
        subject.annotation ?? "",
        ...typeEntries(found.typeParameters).flatMap((entry) => entry.split(":").slice(1)),
      ].flatMap((text) => readExpression(text).names),
    },
  ];
}
