/**
 * The child process in which drafts are read. Started by `embedded.ts` with Node's permission model, no environment and
 * a memory limit; parses text with CPython's parser (Pyodide), ruff and our own readers. It never runs a draft.
 */
import { loadPyodide } from "pyodide";
import type { CheckFinding, FileUnderCheck } from "#lib/core/checks/check.ts";
import type { Symbols } from "#lib/core/repair/repair.ts";
import { staticChecks } from "./static-checks.ts";
import { staticRepair } from "./static-repair.ts";

interface Request {
  id: number;
  file: FileUnderCheck;
  /** Present: repair the file instead of judging it. */
  symbols?: Symbols;
}

const SETUP = `
import ast, json
def _fault(text):
    try:
        compile(text, "draft.py", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as fault:
        return json.dumps({"message": fault.msg, "line": fault.lineno, "column": fault.offset})
    except (ValueError, RecursionError, MemoryError) as fault:
        return json.dumps({"message": str(fault) or type(fault).__name__, "line": 1, "column": 1})
    return ""
_fault
`;

const python = await loadPyodide({
  jsglobals: Object.create(null),
  stdin: () => null as never,
  stdout: () => undefined,
  stderr: () => undefined,
  env: { HOME: "/home/pyodide" },
});
const fault = python.runPython(SETUP) as (text: string) => string;

function parsePython(text: string): CheckFinding | null {
  const found = fault(text);
  return found === ""
    ? null
    : { code: "syntax-error", ...(JSON.parse(found) as { message: string; line: number; column: number }) };
}

process.on("message", ({ id, file, symbols }: Request) => {
  try {
    const answer = symbols
      ? { repair: staticRepair(file, symbols, parsePython) }
      : { outcomes: staticChecks(file, parsePython) };
    process.send?.({ id, ...answer });
  } catch (cause) {
    process.send?.({ id, crashed: String((cause as Error).message ?? cause) });
    // A fatal error poisons the interpreter (sandbox notes A4): never answer with it again.
    process.exit(1);
  }
});
process.send?.({ ready: true });
