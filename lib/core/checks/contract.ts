import {
  type ClassOutline,
  type FunctionOutline,
  type Outline,
  type Parameter,
  publicNames,
  signature,
} from "../python/outline.ts";
import { outlineOf } from "../python/syntax-tree.ts";
import type { CheckFinding } from "./check.ts";
import { documentReader } from "./documents/index.ts";
import { fileKind } from "./file-kind.ts";
import type { StaticCheck } from "./static-check.ts";

type Item = Outline["items"][number];

/** Python keeps the public face that other files rely on; a document keeps the format that its tool reads. */
export const contractCheck: StaticCheck = {
  id: "contract",
  skips: ({ path, contract }) =>
    fileKind(path)?.kind === "python" && !contract ? "This file has no public contract." : null,
  tool: ({ path }) => (fileKind(path)?.kind === "python" ? "outline" : "format rules"),
  findings: (file) =>
    file.contract ? contractFindings(file.contract, outlineOf(file.text)) : documentReader(file.path, "contract")(file),
};

/**
 * Compares the public face of a file with the contract it must keep: every public name, every public method, the same
 * parameters (names, kinds, annotations, which of them may be left out) and results. Names beyond the contract are
 * allowed and mentioned. A name of which nothing is found is reported where it belongs: in its class, else at line 1.
 */
export function contractFindings(contract: Outline, actual: Outline): CheckFinding[] {
  const wanted = new Set(publicNames(contract));
  return [
    ...contract.items.filter(({ name }) => wanted.has(name)).flatMap((expected) => itemFindings(expected, actual)),
    ...listFindings(contract, actual),
    ...extraFindings(contract, actual),
  ];
}

function itemFindings(expected: Item, actual: Outline): CheckFinding[] {
  const named = actual.items.filter((item) => item.name === expected.name);
  const found = named.find((item) => item.kind === expected.kind);
  if (named.length === 0) return [missing(expected.name, expected.kind, declaration(expected), 1)];
  if (!found)
    return [
      {
        code: "contract-kind",
        message: `${expected.name} is a ${named[0]?.kind}; the contract has a ${expected.kind}.`,
        mend: `Make ${expected.name} a ${expected.kind}: \`${declaration(expected)}\`.`,
        line: (named[0] as Item).line,
      },
    ];
  if (expected.kind === "function") return functionFindings(expected, named.filter(isFunction), "");
  if (expected.kind === "class") return classFindings(expected, found as ClassOutline);
  return annotationFindings(expected.name, expected.annotation, found as { annotation?: string; line: number });
}

const isFunction = (item: Item): item is FunctionOutline => item.kind === "function";

/** How an item of the contract is written, in one line. */
function declaration(item: Item): string {
  if (item.kind === "function") return `${item.decorators.map((mark) => `@${mark} `).join("")}${signature(item)}`;
  if (item.kind === "class") return `class ${item.name}${item.bases.length > 0 ? `(${item.bases.join(", ")})` : ""}`;
  return item.annotation === "type"
    ? `type ${item.name} = ${item.value ?? "..."}`
    : `${item.name}${item.annotation ? `: ${item.annotation}` : ""} = ...`;
}

const missing = (name: string, kind: string, written: string, line: number): CheckFinding => ({
  code: "contract-missing",
  message: `The ${kind} ${name} is missing.`,
  mend: `Add \`${written}\`; other files use it.`,
  line,
});

/** `own`: all definitions of that name, because an overloaded function has several. */
function functionFindings(expected: FunctionOutline, own: FunctionOutline[], owner: string): CheckFinding[] {
  if (own.some((one) => face(one) === face(expected))) return [];
  const found = own[0] as FunctionOutline;
  return [
    {
      code: "contract-signature",
      message: `${owner}${expected.name} differs from the contract: found \`${declaration(found)}\`, expected \`${declaration(expected)}\`.`,
      mend: `Write \`${declaration(expected)}\`; other files call it like that.`,
      line: found.line,
    },
  ];
}

/** Decorators that change how a function is called. */
const CALL_SHAPING =
  /^(?:property|classmethod|staticmethod|contextmanager|asynccontextmanager|overload|[\w.]+\.setter)$/;

/** All that a caller can notice, as one text: two functions with the same face can stand for each other. */
const face = (one: FunctionOutline): string =>
  JSON.stringify([
    one.async,
    plain(one.typeParameters),
    one.parameters.map(parameterFace),
    plain(one.returns),
    one.decorators.filter((mark) => CALL_SHAPING.test(mark)),
  ]);

const parameterFace = ({ name, kind, annotation, default: value }: Parameter): unknown[] => [
  name,
  kind,
  plain(annotation),
  value !== undefined,
];

/** An annotation without blanks and quotes: `"Price"` and `Price` say the same. */
const plain = (annotation = ""): string => annotation.replace(/[\s"']/g, "");

function classFindings(expected: ClassOutline, found: ClassOutline): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const lost = expected.bases.filter((base) => !found.bases.some((own) => plain(own) === plain(base)));
  if (lost.length > 0)
    findings.push({
      code: "contract-bases",
      message: `The class ${expected.name} no longer derives from ${lost.join(", ")}.`,
      mend: `Write \`${declaration(expected)}\`.`,
      line: found.line,
    });
  for (const method of expected.methods.filter(({ name }) => !name.startsWith("_") || name === "__init__")) {
    const own = found.methods.filter((one) => one.name === method.name);
    findings.push(
      ...(own.length > 0
        ? functionFindings(method, own, `${expected.name}.`)
        : [missing(`${expected.name}.${method.name}`, "method", declaration(method), found.line)]),
    );
  }
  for (const attribute of expected.attributes.filter(({ name }) => !name.startsWith("_"))) {
    const name = `${expected.name}.${attribute.name}`;
    const own = found.attributes.find((one) => one.name === attribute.name);
    const written = `${attribute.name}${attribute.annotation ? `: ${attribute.annotation}` : " = ..."}`;
    findings.push(
      ...(own
        ? annotationFindings(name, attribute.annotation, own)
        : [missing(name, "attribute", written, found.line)]),
    );
  }
  return findings;
}

function annotationFindings(
  name: string,
  expected: string | undefined,
  found: { annotation?: string; line: number },
): CheckFinding[] {
  if (plain(found.annotation) === plain(expected)) return [];
  return [
    {
      code: "contract-annotation",
      message: `${name} is annotated \`${found.annotation ?? "nothing"}\`; the contract says \`${expected ?? "nothing"}\`.`,
      mend: expected ? `Annotate it \`${expected}\`.` : "Remove the annotation.",
      line: found.line,
    },
  ];
}

function listFindings(contract: Outline, actual: Outline): CheckFinding[] {
  if (!contract.all) return [];
  if (!actual.all)
    return [
      {
        code: "contract-all",
        message: "__all__ is missing.",
        mend: `Declare \`__all__ = [${contract.all.map((name) => `"${name}"`).join(", ")}]\`.`,
        line: 1,
      },
    ];
  return contract.all
    .filter((name) => !actual.all?.includes(name))
    .map((name) => ({
      code: "contract-all",
      message: `__all__ does not list ${name}.`,
      mend: `Add "${name}" to __all__.`,
      line: actual.allLine ?? 1,
    }));
}

function extraFindings(contract: Outline, actual: Outline): CheckFinding[] {
  const known = new Set([...publicNames(contract), ...contract.items.map(({ name }) => name)]);
  const offered = new Set(publicNames(actual));
  return actual.items
    .filter(({ name }) => offered.has(name) && !known.has(name) && !name.startsWith("test_"))
    .map(({ name, kind, line }) => ({
      code: "contract-extra",
      message: `The ${kind} ${name} is public, and the contract does not have it.`,
      mend: `Name it _${name} unless other files are to use it.`,
      line,
      severity: "advisory",
    }));
}
