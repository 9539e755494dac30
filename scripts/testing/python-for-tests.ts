import type { TestProject } from "vitest/node";
import { ensurePythonTools, type PythonTools } from "./python-tools.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where uv is, or why there is none; a test without it skips with that reason. */
    pythonTools: PythonTools;
  }
}

/** Makes the tools ready once, before the first test of the suite `generated`. */
export default function setup(project: TestProject): void {
  project.provide("pythonTools", ensurePythonTools());
}
