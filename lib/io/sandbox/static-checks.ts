import { parse as parseToml } from "smol-toml";
import { parseDocument } from "yaml";
import type { CheckFinding, CheckId, FileUnderCheck, Outcome } from "#lib/core/checks/check.ts";
import { checksFor } from "#lib/core/checks/check.ts";
import { contractFindings } from "#lib/core/checks/contract.ts";
import { importFindings } from "#lib/core/checks/imports.ts";
import { secretFindings } from "#lib/core/checks/secrets.ts";
import { outline } from "#lib/core/python/outline.ts";
import { formatPython, type LintFinding, lintPython, ruffVersion } from "../ruff.ts";
import { lintOptions } from "./lint-options.ts";

/** Reads Python with CPython's own parser; null when it parses. */
export type PythonParser = (text: string) => CheckFinding | null;

/** Rules of ruff that mean "never accept": evaluation, shell, SQL by string, weak crypto, unsafe loaders (WORKFLOW 6). */
const CRITICAL_RULES = [
  "S102",
  "S103",
  "S105",
  "S106",
  "S107",
  "S301",
  "S302",
  "S303",
  "S304",
  "S305",
  "S306",
  "S307",
  "S312",
  "S313",
  "S323",
  "S324",
  "S501",
  "S502",
  "S505",
  "S506",
  "S602",
  "S604",
  "S605",
  "S608",
  "S609",
  "S701",
];

const NEEDS_DOCKER: Partial<Record<CheckId, string>> = {
  types: "Needs the validation sandbox (Docker): the type check reads the installed dependencies.",
  tests: "Needs the validation sandbox (Docker): no project code is run on this machine without it.",
  build: "Needs the validation sandbox (Docker): building runs the project's build backend.",
};

/**
 * Runs every static check that applies to a file. Reads the text, never runs it.
 * Outcomes come in the order of the catalog of checks; those that would need to run code are skipped with the reason.
 */
export function staticChecks(file: FileUnderCheck, parsePython: PythonParser): Outcome[] {
  const faults = syntaxFindings(file, parsePython);
  const ruff = `ruff ${ruffVersion()}`;
  return checksFor(file.path).map(({ id }): Outcome => {
    const skipped = NEEDS_DOCKER[id];
    if (skipped) return { check: id, status: "skipped", reason: skipped, findings: [], tool: "none" };
    if (id === "syntax") return outcome(id, faults, file.path.endsWith(".py") ? `CPython parser, ${ruff}` : "parser");
    if (id === "contract" && !file.contract)
      return { check: id, status: "skipped", reason: "This file has no public contract.", findings: [], tool: "none" };
    if (faults.length > 0 && id !== "security")
      return {
        check: id,
        status: "skipped",
        reason: "The file does not parse; mend the syntax first.",
        findings: [],
        tool: "none",
      };
    if (id === "contract" && file.contract)
      return outcome(id, contractFindings(file.contract, outline(file.text)), "outline");
    if (id === "imports") return outcome(id, importFindings(file, outline(file.text)), "outline");
    if (id === "style") return outcome(id, styleFindings(file), ruff);
    return outcome(id, securityFindings(file, faults.length === 0), `${ruff}, secret patterns`);
  });
}

const outcome = (check: CheckId, findings: CheckFinding[], tool: string): Outcome => ({
  check,
  status: findings.length > 0 ? "fail" : "pass",
  findings,
  tool,
});

const finding = ({ code, message, line, column, fix }: LintFinding): CheckFinding => ({
  code,
  message,
  line,
  column,
  ...(fix ? { mend: fix.message } : {}),
});

function syntaxFindings(file: FileUnderCheck, parsePython: PythonParser): CheckFinding[] {
  const { path, text } = file;
  if (path.endsWith(".py")) {
    const versioned = lintPython(text, {
      "target-version": `py3${file.floorMinor}`,
      lint: { select: ["W605"] },
    }).filter(({ code }) => code === "invalid-syntax");
    if (versioned.length > 0)
      return versioned.map((one) => ({
        ...finding(one),
        mend: `Write it for Python 3.${file.floorMinor}, the floor of this design.`,
      }));
    const fault = parsePython(text);
    return fault ? [fault] : [];
  }
  if (path.endsWith(".toml")) return tomlFault(text);
  if (path.endsWith(".json")) return jsonFault(text);
  if (/\.(ya?ml|cfg)$/.test(path) && !path.endsWith(".cfg")) {
    return parseDocument(text, { uniqueKeys: true }).errors.map((error) => ({
      code: "yaml-syntax",
      message: (error.message.split("\n")[0] as string).trim(),
      ...(error.linePos ? { line: error.linePos[0].line, column: error.linePos[0].col } : {}),
    }));
  }
  return [];
}

function tomlFault(text: string): CheckFinding[] {
  try {
    parseToml(text);
    return [];
  } catch (cause) {
    const { line, column, message } = cause as { line?: number; column?: number; message: string };
    return [
      {
        code: "toml-syntax",
        message: message.split("\n")[0] as string,
        ...(line ? { line } : {}),
        ...(column ? { column } : {}),
      },
    ];
  }
}

function jsonFault(text: string): CheckFinding[] {
  try {
    JSON.parse(text);
    return [];
  } catch (cause) {
    const message = (cause as Error).message;
    const at = /line (\d+) column (\d+)/.exec(message);
    return [{ code: "json-syntax", message, ...(at ? { line: Number(at[1]), column: Number(at[2]) } : {}) }];
  }
}

function styleFindings(file: FileUnderCheck): CheckFinding[] {
  if (!file.path.endsWith(".py")) return [];
  const findings = lintPython(file.text, lintOptions(file)).map(finding);
  const formatted = formatPython(file.text, file.floorMinor);
  if (formatted !== file.text) {
    const line = firstDifference(file.text, formatted);
    findings.push({
      code: "format",
      message: "The formatter would change this file.",
      mend: "Run ruff format, or take the formatted text.",
      line,
    });
  }
  return findings;
}

function firstDifference(a: string, b: string): number {
  const left = a.split("\n");
  const right = b.split("\n");
  const index = left.findIndex((text, at) => text !== right[at]);
  return index === -1 ? left.length : index + 1;
}

/** In tests, dummies for credentials and assertions are ordinary. */
const TEST_EXEMPT = ["S105", "S106", "S107"];

function securityFindings(file: FileUnderCheck, parses: boolean): CheckFinding[] {
  const secrets = secretFindings(file.text);
  if (!file.path.endsWith(".py") || !parses) return secrets;
  const ignore = file.layer === "tests" ? TEST_EXEMPT : [];
  const unsafe = lintPython(file.text, {
    "target-version": `py3${file.floorMinor}`,
    lint: { select: CRITICAL_RULES, ignore },
  });
  return [
    ...secrets,
    ...unsafe.map((one) => ({ ...finding(one), mend: "Remove it; this class of code is never accepted." })),
  ];
}
