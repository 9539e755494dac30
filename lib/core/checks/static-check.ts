import type { CheckFinding, CheckId, FileUnderCheck } from "./check.ts";

/** What judges Python from outside the core: CPython's own parser and ruff. None of it runs the text. */
export interface PythonReader {
  /** Name and version of the linter, as outcomes name it. */
  ruff: string;
  /** The first fault CPython's parser sees; null when the text parses. */
  fault(text: string): CheckFinding | null;
  /** What these rules of ruff find in a file, whatever its configuration and its comments say. */
  rules(file: FileUnderCheck, select: readonly string[]): CheckFinding[];
  /** What the linter says under the repository's own configuration. */
  lint(file: FileUnderCheck): CheckFinding[];
  /** The text as the repository's formatter writes it. */
  format(file: FileUnderCheck): string;
}

/** A check that reads a text and never runs it. */
export interface StaticCheck {
  id: CheckId;
  /** Judges also what does not parse. */
  readsBroken?: boolean;
  /** Can only find faults: finding none is no pass, because the code would have to run. */
  onlyRefutes?: boolean;
  /** Why there is nothing to judge in this file; absent or null where there is. */
  skips?(file: FileUnderCheck): string | null;
  tool(file: FileUnderCheck, python: PythonReader): string;
  findings(file: FileUnderCheck, python: PythonReader): CheckFinding[];
}

/** A format other than Python: what each check finds in a file of it. A text that has syntax faults gets no further. */
export interface DocumentReader {
  syntax?(file: FileUnderCheck): CheckFinding[];
  contract?(file: FileUnderCheck): CheckFinding[];
  style?(file: FileUnderCheck): CheckFinding[];
  security?(file: FileUnderCheck): CheckFinding[];
}
