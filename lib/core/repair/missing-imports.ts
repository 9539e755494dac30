import { parser } from "@lezer/python";
import { moduleName } from "../blueprint/own-imports.ts";
import { importFindings } from "../checks/imports.ts";
import { outline } from "../python/outline.ts";
import { statements } from "../python/outline-reader.ts";
import { STDLIB_HOMES, STDLIB_PREFIXES } from "./known-names.ts";
import type { LintFix, RepairContext, RepairStep } from "./repair.ts";

/** Imports names that are used and never defined, where exactly one module can be meant and this file may import it. */
export const missingImports: RepairStep = (text, context) => {
  if (!context.file.path.endsWith(".py")) return null;
  const uses = usesOf(text, context.tools.lint(text));
  const lines = [...uses.keys()].sort().flatMap((name) => importOf(name, uses.get(name) ?? [], context) ?? []);
  if (lines.length === 0) return null;
  return {
    text: withImports(text, lines),
    reason: `Added ${lines.map((line) => `\`${line}\``).join(", ")}.`,
  };
};

/** What follows each use of an undefined name: `.member`, or nothing. */
function usesOf(text: string, found: readonly LintFix[]): Map<string, string[]> {
  const lines = text.split("\n");
  const uses = new Map<string, string[]>();
  for (const { code, message, line, column } of found) {
    const name = code === "F821" ? /`(\w+)`/.exec(message)?.[1] : undefined;
    if (!name) continue;
    const rest = [...(lines[line - 1] ?? "")].slice(column - 1 + [...name].length).join("");
    uses.set(name, [...(uses.get(name) ?? []), /^\.\w+/.exec(rest)?.[0] ?? ""]);
  }
  return uses;
}

function importOf(name: string, uses: readonly string[], { file, symbols }: RepairContext): string | null {
  const own = (Object.hasOwn(symbols, name) ? (symbols[name] ?? []) : []).filter(
    (module) => module !== moduleName(file.path),
  );
  const home = Object.hasOwn(STDLIB_HOMES, name) ? STDLIB_HOMES[name] : undefined;
  const homes = home && file.floorMinor >= (home.since ?? 0) ? [home.module] : [];
  const prefix = uses.every((use) => use !== "");
  const candidates = [
    ...[...own, ...homes].map((module) => `from ${module} import ${name}`),
    ...(prefix ? file.modules.filter((module) => module.endsWith(`.${name}`)).map(importOfModule) : []),
    ...(prefix && STDLIB_PREFIXES.has(name) ? [`import ${name}`] : []),
    ...(name === "datetime" ? importOfDatetime(uses) : []),
  ].filter((line) => importFindings(file, outline(`${line}\n`)).length === 0);
  return candidates.length === 1 ? (candidates[0] as string) : null;
}

/** `from pkg.domain import rules` for `pkg.domain.rules`. */
function importOfModule(module: string): string {
  const at = module.lastIndexOf(".");
  return `from ${module.slice(0, at)} import ${module.slice(at + 1)}`;
}

const OF_MODULE = new Set([".datetime", ".date", ".time", ".timedelta", ".timezone", ".tzinfo", ".UTC"]);
const OF_CLASS = new Set([
  "",
  ".now",
  ".utcnow",
  ".today",
  ".fromisoformat",
  ".fromtimestamp",
  ".strptime",
  ".combine",
]);

/** The module and its class have one name; what is used of it tells which is meant. */
function importOfDatetime(uses: readonly string[]): string[] {
  if (uses.every((use) => OF_MODULE.has(use))) return ["import datetime"];
  return uses.every((use) => OF_CLASS.has(use)) ? ["from datetime import datetime"] : [];
}

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
