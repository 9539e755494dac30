import type { CheckFinding } from "./check.ts";
import { documentReader } from "./documents/index.ts";
import { fileKind } from "./file-kind.ts";
import type { StaticCheck } from "./static-check.ts";

/**
 * The file parses. Python is read twice: ruff knows what the floor cannot read yet, CPython's parser knows the rest.
 */
export const syntaxCheck: StaticCheck = {
  id: "syntax",
  readsBroken: true,
  tool: ({ path }, { ruff }) => (fileKind(path)?.kind === "python" ? `CPython parser, ${ruff}` : "parser"),
  findings: (file, python) => {
    if (fileKind(file.path)?.kind !== "python") return documentReader(file.path, "syntax")(file);
    const versioned = python.rules(file, ["W605"]).filter(({ code }) => code === "invalid-syntax");
    if (versioned.length > 0)
      return firstOfEachLine(versioned).map((one) => ({
        ...one,
        mend: /\bPython 3\.\d+/.test(one.message)
          ? `Write it for Python 3.${file.floorMinor}, the floor of this design.`
          : mendFor(file.text.split("\n")[(one.line ?? 1) - 1] ?? ""),
      }));
    const fault = python.fault(file.text);
    return fault ? [fault] : [];
  },
};

/** One slip makes a parser stumble several times in the same line; what it says first is about the slip. */
const firstOfEachLine = (findings: readonly CheckFinding[]): CheckFinding[] =>
  findings.filter(({ line }, index) => findings.findIndex((other) => other.line === line) === index);

/** What comes along when code is pasted or merged, and is no code. */
function mendFor(line: string): string {
  if (/^\s*(?:```|~~~)/.test(line)) return "Remove the Markdown fence; the file holds the code alone.";
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/.test(line)) return "Decide for one side of the merge and remove its marks.";
  return "Mend the statement.";
}
