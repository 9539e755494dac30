import type { FileUnderCheck } from "#lib/core/checks/check.ts";
import { type Repair, repair, type Symbols } from "#lib/core/repair/repair.ts";
import { formatPython, lintPython } from "../ruff.ts";
import { lintOptions } from "./lint-options.ts";
import { type PythonParser, staticChecks } from "./static-checks.ts";

/** Repairs a text with the tools that judge it. Reads the text, never runs it. */
export function staticRepair(file: FileUnderCheck, symbols: Symbols, parsePython: PythonParser): Repair | null {
  const options = file.path.endsWith(".py") ? lintOptions(file) : {};
  return repair(file, symbols, {
    judge: (text) => staticChecks({ ...file, text }, parsePython),
    lint: (text) => lintPython(text, options),
    format: (text) => {
      try {
        return formatPython(text, file.floorMinor);
      } catch {
        return null;
      }
    },
  });
}
