import type { Design, ModuleDesign } from "../../design/design.ts";
import type { ClassOutline, FunctionOutline, Outline } from "../../python/outline.ts";
import { isEnum, isProtocol } from "../../python/stub-class.ts";
import { decoratorNames } from "../../python/stub-function.ts";
import { byKind } from "../../python/stub-imports.ts";
import { pyStr } from "../encode.ts";
import type { Values } from "../fill.ts";
import { LINE_LENGTH } from "../line-length.ts";
import { classHead, constantLine, functionHead } from "./declaration.ts";
import { docstring, inWords } from "./docstring.ts";
import { excusedHead } from "./excused-head.ts";
import { draftImports, draftOutline, importBlock } from "./module-outline.ts";

/** The public names of a module in the order of its `__all__`. */
export const publicOf = ({ items }: Outline): string[] => [...new Set(items.map((item) => item.name))].sort(byKind);

/** The values of `templates/module/src/`: a draft with the agreed declarations and bodies that say they are unfinished. */
export function moduleStubValues(design: Design, module: ModuleDesign): Values {
  const outline = draftOutline(design, module);
  const tests = design.answers.architecture.testing !== "none";
  const agreement = tests ? ` tests/contract/test_${module.name}.py holds the agreement.` : "";
  const doc = `${module.purpose.trim() || `The module ${module.name}`}\n\nUnfinished: the names and signatures below are agreed, the bodies are not written yet and raise \`NotImplementedError\`.${agreement}`;
  return {
    docstring: docstring(doc, `The module ${module.name}`, 0),
    imports: imports(design, module),
    all: [`__all__ = [${publicOf(outline).map(pyStr).join(", ")}]`],
    declarations: declarations(design, module, outline),
  };
}

/** Annotations may name what is declared later; from Python 3.14 on that needs no import. */
function imports(design: Design, module: ModuleDesign): string[] {
  const named = importBlock(draftImports(design, module), design.packageName);
  if (design.floor.minor >= 14) return named;
  return ["from __future__ import annotations", ...(named.length > 0 ? ["", ...named] : [])];
}

function declarations(design: Design, module: ModuleDesign, outline: Outline): string[] {
  const where = `${design.packageName}.${module.name}`;
  return outline.items.flatMap((item, index) => {
    if (item.kind === "function")
      return ["", "", ...functionLines(item, where, design.tier, after(outline.items, index))];
    if (item.kind === "class") return ["", "", ...classLines(item, where, design.tier)];
    return ["", constantLine(item)];
  });
}

/** Whether a function is the last of its overloads, so that the implementation follows it. */
const after = (items: readonly { kind: string; name: string }[], index: number): boolean =>
  items.slice(index + 1).every((next) => next.kind !== "function" || next.name !== items[index]?.name);

function functionLines(
  found: FunctionOutline,
  where: string,
  tier: number,
  isLast: boolean,
  summary = inWords(found.name),
): string[] {
  const marks = found.decorators.map((text) => `@${text}`);
  const indent = where.split(".").length > 2 ? 8 : 4;
  const body = [...docstring(found.doc ?? "", summary, indent), ...unfinished(`${where}.${found.name}`, indent)];
  if (!decoratorNames(found.decorators).includes("overload"))
    return [...marks, ...excusedHead(found, tier), ...indented(body)];
  const overload = [...marks, ...functionHead(found).slice(0, -1), `${functionHead(found).at(-1)} ...`];
  if (!isLast) return overload;
  const receiver =
    found.parameters[0]?.name === "self" || found.parameters[0]?.name === "cls" ? `${found.parameters[0].name}, ` : "";
  const kind = decoratorNames(found.decorators)
    .filter((name) => name === "classmethod" || name === "staticmethod")
    .map((name) => `@${name}`);
  return [
    ...overload,
    ...kind,
    `${found.async ? "async " : ""}def ${found.name}(${receiver}*args: object, **kwargs: object) -> object:`,
    ...indented(body),
  ];
}

/** A body that names itself, in full where the line has room for it. */
function unfinished(label: string, indent: number): string[] {
  const parts = label.split(".");
  const lines = parts.map((_, index) => `message = ${pyStr(`${parts.slice(index).join(".")} is not written yet`)}`);
  return [
    lines.find((line) => line.length + indent <= LINE_LENGTH) ?? (lines.at(-1) as string),
    "raise NotImplementedError(message)",
  ];
}

function classLines(found: ClassOutline, where: string, tier: number): string[] {
  const label = `${where}.${found.name}`;
  const lines = docstring(found.doc ?? "", classSummary(found), 4);
  const attributes = found.attributes.map(
    ({ name, annotation, value }) =>
      `${name}${annotation ? `: ${annotation}` : ""}${value === undefined ? "" : ` = ${value}`}`,
  );
  if (attributes.length > 0) lines.push("", ...attributes);
  for (const [index, method] of found.methods.entries()) {
    const isAbstract = isProtocol(found) || method.decorators.includes("abstractmethod");
    const summary = memberSummary(found, method);
    lines.push(
      "",
      ...(isAbstract
        ? abstractLines(method, summary, tier)
        : functionLines(method, label, tier, after(found.methods, index), summary)),
    );
  }
  return [...found.decorators.map((text) => `@${text}`), classHead(found), ...indented(lines)];
}

/** A method of a protocol or an abstract one is finished with an empty body. */
const abstractLines = (found: FunctionOutline, summary: string, tier: number): string[] => [
  ...found.decorators.map((text) => `@${text}`),
  ...excusedHead(found, tier),
  ...indented([...docstring(found.doc ?? "", summary, 8), "..."]),
];

const classSummary = (found: ClassOutline): string =>
  found.bases.some((base) => /(Error|Exception|Warning)$/.test(base))
    ? `${found.name}, as agreed: an expected failure`
    : isEnum(found)
      ? `The values of ${found.name}`
      : `${found.name}, as agreed`;

function memberSummary(owner: ClassOutline, method: FunctionOutline): string {
  if (method.name === "__init__") return `Create one ${owner.name}`;
  if (/^__\w+__$/.test(method.name)) return `Support \`${method.name}\` of Python`;
  return decoratorNames(method.decorators).some((name) => name === "property" || name === "cached_property")
    ? `The ${inWords(method.name).toLowerCase()}`
    : inWords(method.name);
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === "" ? "" : `    ${line}`));
