import type { Design, ModuleDesign } from "../../design/design.ts";
import { readExpression } from "../../python/expression.ts";
import type { ClassOutline, FunctionOutline, Parameter } from "../../python/outline.ts";
import { parameterText } from "../../python/outline.ts";
import { snakeCase } from "../../design/names.ts";
import { isDataclass, isEnum, isProtocol } from "../../python/stub-class.ts";
import { decoratorNames } from "../../python/stub-function.ts";
import type { Values } from "../fill.ts";
import { draftOutline, importBlock, usageImports } from "./module-outline.ts";

/** A function that uses one public name with its declared types. */
interface Usage {
  lines: string[];
  /** Names that must be imported for it. */
  names: string[];
}

/**
 * The values of `templates/module/tests/typing/`: for each public function, method and property a function that calls it as
 * declared and asserts the type of the result. What cannot be called in general (context managers, overloads, async
 * iterators, classes with type packs) is left to the contract test.
 */
export function moduleUsageValues(design: Design, module: ModuleDesign): Values {
  const where = `${design.packageName}.${module.name}`;
  const usages = draftOutline(design, module).items.flatMap((item): Usage[] => {
    if (item.kind === "function") return functionUsage(item, `use_${item.name}`, `${where}.${item.name}`, []);
    if (item.kind === "class") return classUsages(item, where);
    return item.annotation && !/^(type|Final\b)/.test(item.annotation) ? [constantUsage(item.name, item.annotation, where)] : [];
  });
  const taken = new Set<string>();
  const unique = usages.filter(({ lines }) => {
    const name = /def (\w+)/.exec(lines[0] ?? "")?.[1] ?? "";
    return !taken.has(name) && taken.add(name);
  });
  const asserted = unique.some(({ lines }) => lines.some((line) => line.includes("assert_type(")));
  const imports = usageImports(design, module, new Set(unique.flatMap(({ names }) => names)), asserted ? [["typing", "assert_type"]] : []);
  return {
    imports: importBlock(imports, design.packageName, unique.length > 0 ? [`import ${where}`] : []),
    usages: unique.flatMap(({ lines }) => ["", "", ...lines]),
  };
}

/** Modules whose file would be empty get none. */
export const hasUsages = (design: Design, module: ModuleDesign): boolean => (moduleUsageValues(design, module).usages ?? []).length > 0;

function constantUsage(name: string, annotation: string, where: string): Usage {
  return { lines: [`def use_${name.toLowerCase()}() -> None:`, `    assert_type(${where}.${name}, ${annotation})`], names: readExpression(annotation).names };
}

const CALLABLE_MARKS = new Set(["classmethod", "staticmethod", "abstractmethod", "final", "override"]);

function classUsages(found: ClassOutline, where: string): Usage[] {
  const brackets = found.typeParameters ?? "";
  if (brackets.includes("*")) return [];
  const types = brackets ? brackets.slice(1, -1).split(/,(?![^([]*[)\]])/).map((part) => part.split(":")[0]?.trim()) : [];
  const type = `${found.name}${types.length > 0 ? `[${types.join(", ")}]` : ""}`;
  const prefix = `use_${snakeCase(found.name)}`;
  const subject: Parameter = { name: "subject", kind: "normal", annotation: type };
  const isGeneric = types.length > 0;
  const usages: Usage[] = constructions(found, where, prefix, isGeneric);
  for (const method of found.methods) {
    const marks = decoratorNames(method.decorators);
    if (/^__/.test(method.name)) continue;
    const own = { ...method, ...(method.returns ? { returns: withoutSelf(method.returns, type) } : {}), parameters: method.parameters.map((one) => ({ ...one, ...(one.annotation ? { annotation: withoutSelf(one.annotation, type) } : {}) })) };
    const merged = { ...own, typeParameters: mergeTypes(brackets, method.typeParameters ?? "") };
    const name = `${prefix}_${method.name}`;
    if (marks.includes("property") || marks.includes("cached_property")) usages.push(...propertyUsage(merged, name, subject, type));
    else if (marks.some((mark) => !CALLABLE_MARKS.has(mark))) continue;
    else if (marks.includes("staticmethod")) usages.push(...(isGeneric ? [] : functionUsage(merged, name, `${where}.${found.name}.${method.name}`, [])));
    else if (marks.includes("classmethod")) usages.push(...(isGeneric || isProtocol(found) ? [] : functionUsage({ ...merged, parameters: merged.parameters.slice(1) }, name, `${where}.${found.name}.${method.name}`, [])));
    else usages.push(...functionUsage({ ...merged, parameters: merged.parameters.slice(1) }, name, `subject.${method.name}`, [subject]));
  }
  return usages.map((usage) => ({ ...usage, names: [...usage.names, found.name] }));
}

const withoutSelf = (annotation: string, type: string): string => annotation.replace(/\bSelf\b/g, type);
const mergeTypes = (outer: string, inner: string): string => (outer && inner ? `${outer.slice(0, -1)}, ${inner.slice(1)}` : outer || inner);

/** Calling the class itself: an explicit `__init__`, or a plain dataclass that derives from nothing. */
function constructions(found: ClassOutline, where: string, prefix: string, isGeneric: boolean): Usage[] {
  if (isGeneric || isEnum(found) || isProtocol(found) || found.methods.some(({ decorators }) => decorators.includes("abstractmethod"))) return [];
  const init = found.methods.filter(({ name }) => name === "__init__");
  const call = `${where}.${found.name}`;
  if (init.length === 1 && init[0] && !init[0].decorators.length) return functionUsage({ ...init[0], returns: found.name, parameters: init[0].parameters.slice(1) }, prefix, call, []);
  const isPlain = isDataclass(found) && init.length === 0 && found.bases.length === 0 && found.decorators.every((text) => !/init|kw_only/.test(text))
    && found.attributes.every(({ annotation = "", value = "" }) => !/^(ClassVar|InitVar|KW_ONLY|Final)/.test(annotation) && !value.startsWith("field("));
  if (!isPlain) return [];
  const parameters = found.attributes.map(({ name, annotation }): Parameter => ({ name, kind: "normal", ...(annotation ? { annotation } : {}) }));
  return functionUsage({ kind: "function", name: found.name, async: false, parameters, returns: found.name, decorators: [], docstring: false, line: 0 }, prefix, call, []);
}

function propertyUsage(found: FunctionOutline, name: string, subject: Parameter, type: string): Usage[] {
  if (!found.returns || /\b(Never|NoReturn)\b/.test(found.returns)) return [];
  return [{
    lines: [`def ${name}${found.typeParameters ?? ""}(${parameterText(subject)}) -> None:`, `    assert_type(subject.${found.name}, ${found.returns})`],
    names: [...readExpression(found.returns).names, ...readExpression(type).names],
  }];
}

/** One function that takes what `found` takes, calls it and asserts the result. */
function functionUsage(found: FunctionOutline, name: string, call: string, first: readonly Parameter[]): Usage[] {
  const marks = decoratorNames(found.decorators).filter((mark) => !CALLABLE_MARKS.has(mark));
  const result = found.returns ?? "None";
  const used = readExpression(result).names;
  const names = found.parameters.map((one) => one.name);
  const isHidden = names.some((one) => used.includes(one) || one === call.split(".")[0] || first.some((other) => other.name === one));
  const isSpecial = /\b(TypeGuard|TypeIs|Never|NoReturn|Concatenate|Unpack)\b|\.(args|kwargs)\b/.test([result, ...found.parameters.map((one) => one.annotation ?? "")].join(" "));
  const isAsyncIterator = found.async && /^Async(Iterator|Generator|Iterable)\b/.test(result);
  if (marks.length > 0 || isHidden || isSpecial || isAsyncIterator || /\*/.test(found.typeParameters ?? "")) return [];
  const taken = found.parameters.map((one) => parameterText({ name: one.name, kind: one.kind, ...(one.annotation ? { annotation: one.annotation } : {}) }));
  const parameters = [...first.map(parameterText), ...(taken[0] === "/" ? [] : taken)];
  const value = `${found.async ? "await " : ""}${call}(${callArguments(found.parameters)})`;
  const statement = result === "None" ? value : `assert_type(${value}, ${result})`;
  const bounds = (found.typeParameters ?? "").replace(/^\[|\]$/g, "").split(/,(?![^([]*[)\]])/).map((part) => part.split(":")[1]?.trim() ?? "");
  return [{
    lines: [`${found.async ? "async " : ""}def ${name}${found.typeParameters ?? ""}(${parameters.join(", ")}) -> None:`, `    ${statement}`],
    names: [...used, ...found.parameters.flatMap((one) => (one.annotation ? readExpression(one.annotation).names : [])), ...bounds.filter(Boolean).flatMap((bound) => readExpression(bound).names)],
  }];
}

function callArguments(parameters: readonly Parameter[]): string {
  let named = false;
  return parameters.flatMap(({ name, kind }) => {
    if (kind === "keyword-marker" || kind === "star") named = true;
    if (kind === "keyword-marker" || kind === "positional-marker") return [];
    if (kind === "star") return [`*${name}`];
    if (kind === "double-star") return [`**${name}`];
    return [named ? `${name}=${name}` : name];
  }).join(", ");
}
