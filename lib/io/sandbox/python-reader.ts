import type { CheckFinding, FileUnderCheck } from "#lib/core/checks/check.ts";
import { lintMend } from "#lib/core/checks/lint-mends.ts";
import type { PythonReader } from "#lib/core/checks/static-check.ts";
import { formatWith, type LintFinding, lintPython, ruffVersion } from "../ruff.ts";
import { formatOptions, lintOptions } from "./lint-options.ts";

/** Reads Python with ruff and with the parser given, which is CPython's own in the child process. */
export function pythonReader(fault: PythonReader["fault"]): PythonReader {
  return {
    ruff: `ruff ${ruffVersion()}`,
    fault,
    rules: ({ text, floorMinor }, select) =>
      lintPython(withoutExcuses(text), { "target-version": `py3${floorMinor}`, lint: { select } }).map(finding),
    lint,
    format,
  };
}

/** A comment must not talk a finding away that no click may accept; the marks keep their length, so columns stay right. */
const withoutExcuses = (text: string): string => text.replace(/\bnoqa\b/gi, "n0qa");

function lint(file: FileUnderCheck): CheckFinding[] {
  try {
    return lintPython(file.text, lintOptions(file)).map(finding);
  } catch (cause) {
    throwIfBroken(cause);
    return [
      {
        code: "ruff-settings",
        message: `The linter cannot read its settings in pyproject.toml: ${String((cause as Error).message ?? cause).split("\n")[0]}.`,
        mend: "Mend [tool.ruff] in pyproject.toml.",
        line: 1,
      },
    ];
  }
}

/** With settings that cannot be read, the formatter has nothing to say; the linter names them. */
function format(file: FileUnderCheck): string {
  try {
    return formatWith(file.text, formatOptions(file));
  } catch (cause) {
    throwIfBroken(cause);
    return file.text;
  }
}

/** A linter that broke down has judged nothing. */
function throwIfBroken(cause: unknown): void {
  if (cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError) throw cause;
}

const finding = ({ code, message, line, column, fix }: LintFinding): CheckFinding => ({
  code,
  message,
  line,
  column,
  mend: lintMend(code, fix?.message),
});
