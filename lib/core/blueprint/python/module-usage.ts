import type { Design, ModuleDesign } from "../../design/design.ts";
import { readExpression } from "../../python/expression.ts";
import type { Values } from "../fill.ts";
import { classUsages } from "./class-usage.ts";
import { fitting, functionUsage, type Usage, WHERE } from "./function-usage.ts";
import { draftOutline, importBlock, usageImports } from "./module-outline.ts";

/**
 * The values of `templates/module/tests/typing/`: for each public function, method and property a function that calls it as
 * declared and asserts the type of the result. What cannot be called in general (context managers, overloads, async
 * iterators, classes with type packs) is left to the contract test. Null when nothing is left.
 */
export function moduleUsageValues(design: Design, module: ModuleDesign): Values | null {
  const usages = unique(usagesOf(design, module));
  if (usages.length === 0) return null;
  const text = usages.flatMap(({ lines }) => lines).join("\n");
  const imports = usageImports(design, module, new Set(usages.flatMap(({ names }) => names)), [
    ...(text.includes("assert_type(") ? [["typing", "assert_type"] as const] : []),
    ...(text.includes(`${WHERE}.`) ? [[design.packageName, `${module.name} as ${WHERE}`] as const] : []),
  ]);
  return {
    imports: importBlock(imports, design.packageName),
    usages: usages.flatMap(({ lines }) => ["", "", ...lines]),
  };
}

function usagesOf(design: Design, module: ModuleDesign): Usage[] {
  return draftOutline(design, module).items.flatMap((item): Usage[] => {
    if (item.kind === "class") return classUsages(item, design.tier);
    if (item.kind === "function")
      return functionUsage(item, {
        name: `use_${item.name}`,
        call: `${WHERE}.${item.name}`,
        first: [],
        tier: design.tier,
      });
    return item.annotation && !/^(type|Final\b)/.test(item.annotation)
      ? [constantUsage(item.name, item.annotation)]
      : [];
  });
}

const constantUsage = (name: string, annotation: string): Usage => ({
  lines: [`def use_${name.toLowerCase()}() -> None:`, `    assert_type(${WHERE}.${name}, ${annotation})`],
  names: readExpression(annotation).names,
});

const DEFINITION = /^((?:async )?def )(\w+)/;

/** One use per name; long names are cut. */
function unique(usages: readonly Usage[]): Usage[] {
  const taken = new Set<string>();
  return usages
    .map((usage, index) => ({
      ...usage,
      lines: usage.lines.map((line) =>
        line.replace(DEFINITION, (_, keyword: string, name: string) => keyword + fitting(name, index)),
      ),
    }))
    .filter(({ lines }) => {
      const name = DEFINITION.exec(lines[0] ?? "")?.[2] ?? "";
      if (taken.has(name)) return false;
      taken.add(name);
      return true;
    });
}
