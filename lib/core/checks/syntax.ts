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
      return versioned.map((one) => ({
        ...one,
        mend: /\bPython 3\.\d+/.test(one.message)
          ? `Write it for Python 3.${file.floorMinor}, the floor of this design.`
          : "Mend the statement.",
      }));
    const fault = python.fault(file.text);
    return fault ? [fault] : [];
  },
};
