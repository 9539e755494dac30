import {
  type ClassOutline,
  type FunctionOutline,
  type Outline,
  parameterText,
  publicNames,
  signature,
} from "../python/outline.ts";
import type { CheckFinding } from "./check.ts";

/**
 * Compares the public face of a file with the contract it must keep: every public name, every public method, the same
 * parameters and annotations. Extra names are allowed. Names under which nothing is found are reported at line 1.
 */
export function contractFindings(contract: Outline, actual: Outline): CheckFinding[] {
  const wanted = new Set(publicNames(contract));
  const findings: CheckFinding[] = [];
  for (const expected of contract.items.filter((item) => wanted.has(item.name))) {
    const found = actual.items.find((item) => item.name === expected.name);
    if (!found) {
      findings.push(missing(expected.name, expected.kind));
    } else if (found.kind !== expected.kind) {
      findings.push({
        code: "contract-kind",
        message: `${expected.name} is a ${found.kind}; the contract has a ${expected.kind}.`,
        mend: `Make ${expected.name} a ${expected.kind}.`,
        line: found.line,
      });
    } else if (expected.kind === "function") {
      findings.push(...functionFindings(expected, found as FunctionOutline));
    } else if (expected.kind === "class") {
      findings.push(...classFindings(expected, found as ClassOutline));
    }
  }
  for (const name of contract.all ?? []) {
    if (actual.all && !actual.all.includes(name))
      findings.push({
        code: "contract-all",
        message: `__all__ does not list ${name}.`,
        mend: `Add "${name}" to __all__.`,
        line: 1,
      });
  }
  if (contract.all && !actual.all)
    findings.push({
      code: "contract-all",
      message: "__all__ is missing.",
      mend: `Declare __all__ with ${contract.all.join(", ")}.`,
      line: 1,
    });
  return findings;
}

const missing = (name: string, kind: string): CheckFinding => ({
  code: "contract-missing",
  message: `The ${kind} ${name} is missing.`,
  mend: `Define ${name} with the signature of the contract.`,
  line: 1,
});

function functionFindings(expected: FunctionOutline, found: FunctionOutline, owner = ""): CheckFinding[] {
  if (shape(expected) === shape(found)) return [];
  return [
    {
      code: "contract-signature",
      message: `${owner}${expected.name} differs from the contract: found \`${signature(found)}\`, expected \`${signature(expected)}\`.`,
      mend: "Use the signature of the contract; other files call it.",
      line: found.line,
    },
  ];
}

const shape = (one: FunctionOutline): string =>
  JSON.stringify([
    one.async,
    one.typeParameters ?? "",
    one.parameters.map(parameterText),
    one.returns ?? "",
    one.decorators.filter((mark) =>
      /^(property|classmethod|staticmethod|contextmanager|asynccontextmanager|overload)$/.test(mark),
    ),
  ]);

function classFindings(expected: ClassOutline, found: ClassOutline): CheckFinding[] {
  const findings: CheckFinding[] = [];
  for (const method of expected.methods) {
    if (method.name.startsWith("_") && method.name !== "__init__") continue;
    const own = found.methods.filter((one) => one.name === method.name);
    if (own.length === 0) findings.push({ ...missing(`${expected.name}.${method.name}`, "method"), line: found.line });
    else if (!own.some((one) => shape(one) === shape(method)))
      findings.push(...functionFindings(method, own[0] as FunctionOutline, `${expected.name}.`));
  }
  for (const attribute of expected.attributes) {
    if (attribute.name.startsWith("_")) continue;
    const own = found.attributes.find((one) => one.name === attribute.name);
    if (!own) findings.push({ ...missing(`${expected.name}.${attribute.name}`, "attribute"), line: found.line });
    else if ((own.annotation ?? "") !== (attribute.annotation ?? ""))
      findings.push({
        code: "contract-annotation",
        message: `${expected.name}.${attribute.name} is annotated \`${own.annotation ?? "nothing"}\`; the contract says \`${attribute.annotation ?? "nothing"}\`.`,
        mend: "Use the annotation of the contract.",
        line: own.line,
      });
  }
  return findings;
}
