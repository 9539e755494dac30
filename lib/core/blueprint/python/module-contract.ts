import type { Design, ModuleDesign } from "../../design/design.ts";
import type { ClassOutline, FunctionOutline } from "../../python/outline.ts";
import { importLines } from "../../python/stub-imports.ts";
import type { Values } from "../fill.ts";
import { LINE_LENGTH } from "../line-length.ts";
import { classHead, constantLine, functionHead } from "./declaration.ts";
import { draftOutline, importBlock } from "./module-outline.ts";

/** The values of `templates/module/tests/contract/`: the agreed declarations as text, for the test to compare with. */
export function moduleContractValues(design: Design, module: ModuleDesign): Values {
  const agreed = draftOutline(design, module).items.flatMap((item, index, all) => {
    const gap = index > 0 && (item.kind === "class" || all[index - 1]?.kind === "class") ? [""] : [];
    if (item.kind === "function") return [...gap, ...declared(item)];
    return [...gap, ...(item.kind === "class" ? classDeclared(item) : [constantLine(item)])];
  });
  const lines = agreed.map((line) => line.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"'));
  const own = importLines(
    [
      ["tests.surface", "surface"],
      [design.packageName, `${module.name} as module`],
    ],
    design.packageName,
  );
  const isLong = lines.some((line) => line.length > LINE_LENGTH);
  return {
    imports: importBlock(own, design.packageName),
    agreement: ['AGREED = surface("""', ...lines, `""")${isLong ? "  # noqa: E501" : ""}`],
  };
}

function declared(found: FunctionOutline): string[] {
  const head = functionHead(found);
  return [...found.decorators.map((text) => `@${text}`), ...head.slice(0, -1), `${head.at(-1)} ...`];
}

function classDeclared(found: ClassOutline): string[] {
  const attributes = found.attributes.map(
    ({ name, annotation, value }) =>
      `${name}${annotation ? `: ${annotation}` : ""}${value === undefined ? "" : ` = ${value}`}`,
  );
  const members = [...attributes, ...found.methods.flatMap(declared)].map((line) => `    ${line}`);
  const marks = found.decorators.map((text) => `@${text}`);
  return members.length > 0 ? [...marks, classHead(found), ...members] : [...marks, `${classHead(found)} ...`];
}
