import {
  type CheckFinding,
  type CheckId,
  checksFor,
  type FileUnderCheck,
  type Outcome,
} from "#lib/core/checks/check.ts";
import { contractCheck } from "#lib/core/checks/contract.ts";
import { typeExcusesCheck } from "#lib/core/checks/excuses.ts";
import { hollowTestsCheck } from "#lib/core/checks/hollow-tests.ts";
import { importsCheck } from "#lib/core/checks/imports.ts";
import { securityCheck } from "#lib/core/checks/security.ts";
import type { PythonReader, StaticCheck } from "#lib/core/checks/static-check.ts";
import { styleCheck } from "#lib/core/checks/style.ts";
import { syntaxCheck } from "#lib/core/checks/syntax.ts";
import { pythonReader } from "./python-reader.ts";

/** Reads Python with CPython's own parser; null when it parses. */
export type PythonParser = PythonReader["fault"];

/** The checks that read. What is not here, or can only refute, would have to run code. */
const STATIC: Partial<Record<CheckId, StaticCheck>> = {
  syntax: syntaxCheck,
  contract: contractCheck,
  imports: importsCheck,
  style: styleCheck,
  types: typeExcusesCheck,
  tests: hollowTestsCheck,
  security: securityCheck,
};

const NEEDS_DOCKER: Partial<Record<CheckId, string>> = {
  types: "Needs the validation sandbox (Docker): the type check reads the installed dependencies.",
  tests: "Needs the validation sandbox (Docker): no project code is run on this machine without it.",
  build: "Needs the validation sandbox (Docker): building runs the project's build backend.",
};

/** More findings of one check help nobody; the rest is counted. */
const MOST_FINDINGS = 100;

/**
 * Runs every static check that applies to a file. Reads the text, never runs it.
 * Outcomes come in the order of the catalog of checks; those that would need to run code are skipped with the reason.
 */
export function staticChecks(file: FileUnderCheck, parsePython: PythonParser): Outcome[] {
  const python = pythonReader(parsePython);
  let parses = true;
  return checksFor(file.path).map(({ id }): Outcome => {
    const check = STATIC[id];
    if (!check) return skipped(id, NEEDS_DOCKER[id] ?? "");
    const nothing = check.skips?.(file);
    if (nothing) return skipped(id, nothing);
    if (!parses && !check.readsBroken) return skipped(id, "The file does not parse; mend the syntax first.");
    const findings = check.findings(file, python);
    if (check.onlyRefutes && findings.length === 0) return skipped(id, NEEDS_DOCKER[id] ?? "");
    if (id === "syntax") parses = findings.length === 0;
    return outcome(id, findings, check.tool(file, python));
  });
}

const skipped = (check: CheckId, reason: string): Outcome => ({
  check,
  status: "skipped",
  reason,
  findings: [],
  tool: "none",
});

const outcome = (check: CheckId, all: readonly CheckFinding[], tool: string): Outcome => ({
  check,
  status: all.some(({ severity }) => severity !== "advisory") ? "fail" : "pass",
  findings: shortened(all),
  tool,
  sandbox: "embedded",
});

function shortened(all: readonly CheckFinding[]): CheckFinding[] {
  const sorted = [...all].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  if (sorted.length <= MOST_FINDINGS) return sorted;
  const grave = sorted.filter(({ severity }) => severity === "critical");
  const kept = [...new Set([...grave.slice(0, MOST_FINDINGS), ...sorted])].slice(0, MOST_FINDINGS);
  return [
    ...kept,
    {
      code: "more",
      message: `${all.length - MOST_FINDINGS} further findings are not shown.`,
      mend: "Mend these first.",
    },
  ];
}
