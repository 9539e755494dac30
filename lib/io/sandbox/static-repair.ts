import type { FileUnderCheck } from "#lib/core/checks/check.ts";
import { type Repair, repair, type Symbols } from "#lib/core/repair/repair.ts";
import { formatWith, lintPython } from "../ruff.ts";
import { lintOptions } from "./lint-options.ts";
import { type PythonParser, staticChecks } from "./static-checks.ts";

/** Repairs a text with the tools that judge it. Reads the text, never runs it. */
export function staticRepair(file: FileUnderCheck, symbols: Symbols, parsePython: PythonParser): Repair | null {
  return repair(file, symbols, {
    judge: (text) => staticChecks({ ...file, text }, parsePython),
    lint: (text) => attempt(() => lintPython(text, lintOptions(file))) ?? [],
    format: (text) => attempt(() => formatWith(text, lintOptions(file))),
  });
}

/** What does not parse cannot be formatted, and settings that ruff cannot read help nobody: then there is nothing to take. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
