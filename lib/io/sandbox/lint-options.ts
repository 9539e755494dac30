import { matchesGlob } from "node:path";
import { parse } from "smol-toml";
import type { FileUnderCheck } from "#lib/core/checks/check.ts";
import type { RuffOptions } from "../ruff.ts";

interface RuffTable {
  "line-length"?: number;
  format?: Record<string, unknown>;
  lint?: {
    select?: string[];
    ignore?: string[];
    "per-file-ignores"?: Record<string, string[]>;
    isort?: Record<string, unknown>;
  } & Record<string, unknown>;
}

/**
 * The repository's own ruff configuration for one file. The WebAssembly build knows no file names, so what depends on
 * one (`per-file-ignores`, first-party packages, path-based rules) is resolved here.
 */
export function lintOptions(
  file: Pick<FileUnderCheck, "path" | "pyproject" | "packageName" | "floorMinor">,
): RuffOptions {
  const table = ruffTable(file.pyproject);
  const { "per-file-ignores": perFile = {}, ...lint } = table.lint ?? {};
  const here = Object.entries(perFile).flatMap(([glob, codes]) =>
    matchesGlob(file.path, glob) || matchesGlob(file.path, `**/${glob}`) ? codes : [],
  );
  return {
    ...formatOptions(file),
    lint: {
      ...lint,
      ignore: [...(lint.ignore ?? []), ...here, ...PATH_BASED],
      isort: { ...lint.isort, "known-first-party": [file.packageName, "tests"] },
    },
  };
}

/** What of that configuration the formatter reads. */
export function formatOptions(file: Pick<FileUnderCheck, "pyproject" | "floorMinor">): RuffOptions {
  const table = ruffTable(file.pyproject);
  return {
    "line-length": table["line-length"] ?? 88,
    "target-version": `py3${file.floorMinor}`,
    ...(table.format ? { format: table.format } : {}),
  };
}

/** Rules that need the file's place in the tree and cannot be judged on its text alone. */
const PATH_BASED = ["INP001", "D104", "N999"];

/** A configuration that does not parse is reported for its own file; here the linter's defaults serve. */
function ruffTable(pyproject: string): RuffTable {
  try {
    return (parse(pyproject) as { tool?: { ruff?: RuffTable } }).tool?.ruff ?? {};
  } catch {
    return {};
  }
}
