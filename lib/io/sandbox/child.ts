/**
 * The child process in which drafts are read. Started by `reading-child.ts` with Node's permission model, no environment
 * and limits of memory and time; parses text with CPython's parser (Pyodide), ruff and our own readers. It never runs a
 * draft.
 */
import type { CheckFinding, Ending } from "#lib/core/checks/check.ts";
import { loadInterpreter } from "./python-interpreter.ts";
import type { Answer, Question } from "./reading-child.ts";
import { staticChecks } from "./static-checks.ts";
import { staticRepair } from "./static-repair.ts";

const SETUP = `
import json, warnings
warnings.simplefilter("ignore")
def _fault(text):
    try:
        # Compiled and never run: that an await stands outside of a coroutine is no matter of grammar.
        compile(text, "draft.py", "exec", dont_inherit=True)
    except SyntaxError as fault:
        return json.dumps({"message": fault.msg, "line": fault.lineno, "column": fault.offset})
    except MemoryError:
        return json.dumps({"memory": True})
    except RecursionError:
        return json.dumps({"message": "This is nested more deeply than Python's own parser goes.", "line": 1, "column": 1})
    except ValueError as fault:
        return json.dumps({"message": str(fault), "line": 1, "column": 1})
    return ""
_fault
`;

const python = await loadInterpreter(process.argv[2]);
const fault = python.runPython(SETUP) as (text: string) => string;

interface Fault {
  memory?: true;
  message: string;
  line: number | null;
  column: number | null;
}

function parsePython(text: string): CheckFinding | null {
  const found = fault(text);
  if (found === "") return null;
  const { memory, message, line, column } = JSON.parse(found) as Fault;
  if (memory) throw new RangeError("memory limit");
  const mend = message.includes("U+FEFF") ? "Save the file without a byte order mark." : "Mend the statement.";
  return { code: "syntax-error", message, mend, line: line || 1, column: column || 1 };
}

process.on("message", ({ file, symbols }: Question) => {
  try {
    const answer: Answer = symbols
      ? { repair: staticRepair(file, symbols, parsePython) }
      : { outcomes: staticChecks(file, parsePython) };
    process.send?.(answer);
  } catch (cause) {
    const message = `The reader crashed on this text: ${String((cause as Error).message ?? cause).slice(0, 200)}`;
    const broken = { code: "crashed", message, ended: howItEnded(cause) };
    // A fatal error poisons the interpreter (sandbox notes A4): never answer with it again.
    process.send?.({ broken } satisfies Answer, () => process.exit(1));
  }
});
process.send?.({ ready: true });

function howItEnded(cause: unknown): Ending {
  const refused = (globalThis as { memoryRefused?: boolean }).memoryRefused;
  return refused || /memory limit|out of memory/i.test(String(cause)) ? "memory limit" : "crashed";
}
