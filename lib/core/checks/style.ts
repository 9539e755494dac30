import type { CheckFinding, FileUnderCheck } from "./check.ts";
import { documentReader } from "./documents/index.ts";
import { layoutExcuses } from "./excuses.ts";
import { fileKind } from "./file-kind.ts";
import type { PythonReader, StaticCheck } from "./static-check.ts";

const isPython = ({ path }: FileUnderCheck): boolean => fileKind(path)?.kind === "python";

/** Linter and formatter as the repository configures them; habits of the tool for other formats. */
export const styleCheck: StaticCheck = {
  id: "style",
  tool: (file, { ruff }) => (isPython(file) ? ruff : "format rules"),
  findings: (file, python) =>
    isPython(file)
      ? [...python.lint(file), ...formatFindings(file, python), ...layoutExcuses(file)]
      : documentReader(file.path, "style")(file),
};

function formatFindings(file: FileUnderCheck, python: PythonReader): CheckFinding[] {
  const formatted = python.format(file);
  if (formatted === file.text) return [];
  return [
    {
      code: "format",
      message: "The formatter would change this file.",
      mend: "Run ruff format, or take the formatted text.",
      line: firstDifference(file.text, formatted),
    },
  ];
}

function firstDifference(a: string, b: string): number {
  const left = a.split("\n");
  const right = b.split("\n");
  const index = left.findIndex((text, at) => text !== right[at]);
  return index === -1 ? left.length : index + 1;
}
