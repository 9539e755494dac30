import { parser } from "@lezer/python";
import { moduleName } from "../blueprint/own-imports.ts";
import { importFindings } from "../checks/imports.ts";
import { outline } from "../python/outline.ts";
import { statements } from "../python/outline-reader.ts";
import { STDLIB_HOMES, STDLIB_PREFIXES } from "./known-names.ts";
import type { RepairContext, RepairStep } from "./repair.ts";

/** Imports names that are used and never defined, where exactly one module can be meant and this file may import it. */
export const missingImports: RepairStep = (text, context) => {
  if (!context.file.path.endsWith(".py")) return null;
  const names = context.tools
    .lint(text)
    .flatMap(({ code, message }) => (code === "F821" ? (/`(\w+)`/.exec(message)?.[1] ?? []) : []));
  const lines = [...new Set(names)].sort().flatMap((name) => importOf(name, text, context) ?? []);
  if (lines.length === 0) return null;
  return {
    text: withImports(text, lines),
    reason: `Added ${lines.map((line) => `\`${line}\``).join(", ")}.`,
  };
};

function importOf(name: string, text: string, { file, symbols }: RepairContext): string | null {
  const own = (Object.hasOwn(symbols, name) ? (symbols[name] ?? []) : []).filter(
    (module) => module !== moduleName(file.path),
  );
  const home = Object.hasOwn(STDLIB_HOMES, name) ? STDLIB_HOMES[name] : undefined;
  const homes = home && file.floorMinor >= (home.since ?? 0) ? [home.module] : [];
  const candidates = [
    ...[...own, ...homes].map((module) => `from ${module} import ${name}`),
    ...(STDLIB_PREFIXES.has(name) && alwaysPrefix(name, text) ? [`import ${name}`] : []),
  ].filter((line) => importFindings(file, outline(`${line}\n`)).length === 0);
  return candidates.length === 1 ? (candidates[0] as string) : null;
}

/** Whether a name is only ever used as `name.something`, as a module is. */
const alwaysPrefix = (name: string, text: string): boolean =>
  [...text.matchAll(new RegExp(`(?<![\\w.])${name}\\b(.?)`, "g"))].every(([, next]) => next === ".");

/** Puts imports before the first one of the file; without one, below docstring and `__future__`. Sorting is the linter's work. */
function withImports(text: string, lines: readonly string[]): string {
  const body = statements(parser.parse(text).topNode);
  const isImport = (from: number) => /^(?:import|from)\b(?!\s+__future__)/.test(text.slice(from, from + 40));
  const first = body.find((node) => isImport(node.from));
  const block = `${lines.join("\n")}\n`;
  if (first) return `${text.slice(0, first.from)}${block}${text.slice(first.from)}`;
  const opening = body.filter(
    (node, index) =>
      (index === 0 && node.name === "ExpressionStatement" && node.firstChild?.name.includes("String")) ||
      text.startsWith("from __future__", node.from),
  );
  const end = opening.at(-1)?.to;
  if (end === undefined) {
    const start = /^(?:#[^\n]*\n)*/.exec(text)?.[0].length ?? 0;
    return `${text.slice(0, start)}${block}\n${text.slice(start)}`;
  }
  const line = text.indexOf("\n", end) + 1 || text.length;
  return `${text.slice(0, line)}\n${block}${text.slice(line)}`;
}
