import { readFileSync } from "node:fs";
import { loadPyodide, type PyodideInterface } from "pyodide";

/** What Pyodide takes and gives beside its public options; both are private and may go, so nobody relies on them. */
interface WithSnapshots {
  makeMemorySnapshot(): Uint8Array;
}

/** Python that reaches nothing of the process around it. */
const LOCKED = {
  jsglobals: Object.create(null),
  stdin: () => null as never,
  stdout: () => undefined,
  stderr: () => undefined,
  env: { HOME: "/home/pyodide" },
};

/** CPython as WebAssembly; from a picture of its memory where there is a usable one, which takes a tenth of the time. */
export async function loadInterpreter(snapshot: string | undefined): Promise<PyodideInterface> {
  if (snapshot)
    try {
      const options = { ...LOCKED, _loadSnapshot: readFileSync(snapshot) };
      const python = await loadPyodide(options);
      if (python.runPython("import ast; ast.dump(ast.parse('x = 1'))")) return python;
    } catch {
      // Made by another Pyodide, or damaged: start from nothing.
    }
  return loadPyodide(LOCKED);
}

/** A picture of the memory of a fresh interpreter that has loaded what the checks import. */
export async function interpreterSnapshot(): Promise<Uint8Array> {
  const options = { ...LOCKED, _makeSnapshot: true };
  const python = await loadPyodide(options);
  python.runPython("import ast, json");
  return (python as unknown as WithSnapshots).makeMemorySnapshot();
}
