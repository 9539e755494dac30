import type { SyntaxNode } from "@lezer/common";
import { type Call, lineAt, nodesOf, readCall, syntaxTree } from "../../python/syntax-tree.ts";
import type { CheckFinding } from "../check.ts";
import { isSecretName } from "./secret-names.ts";

const LOGS =
  /^(?:debug|info|warning|warn|error|exception|critical|fatal|log|msg|adebug|ainfo|awarning|aerror|aexception|acritical)$/;
const LOGGER =
  /(?:^|[._(])(?:log|logger|logging|structlog|_log|_logger|LOG|LOGGER|getLogger\(.*\)|get_logger\(.*\))\.(?:bind\(.*\)\.)?\w+$/;
/** These show a value as it is; any other function may hide it, and is trusted to. */
const SHOWS = /^(?:str|repr|ascii|format|dict|list|tuple|join|get_secret_value|encode|decode|strip|f)$/;

/** Secrets that leave by a log line, the terminal or the message of an error. */
export function leakFindings(source: string, calls: readonly Call[]): CheckFinding[] {
  const outputs = calls
    .filter(
      ({ callee, name }) =>
        callee === "print" ||
        callee === "warnings.warn" ||
        callee === "sys.stdout.write" ||
        callee === "sys.stderr.write" ||
        (LOGS.test(name) && LOGGER.test(callee)),
    )
    .map(({ node, callee }) => ({ node, where: callee === "print" ? "is printed" : "goes to the log" }));
  const errors = nodesOf(syntaxTree(source), "RaiseStatement").flatMap((node) => {
    const call = node.getChild("CallExpression");
    return call ? [{ node: call, where: "goes into the message of an error" }] : [];
  });
  return [...outputs, ...errors].flatMap(({ node, where }) => {
    const list = node.getChild("ArgList");
    const leak = list ? sensitive(source, list) : null;
    return leak
      ? [
          {
            code: "sensitive-output",
            message: `\`${leak.slice(0, 60)}\` ${where}.`,
            mend: "Leave the value out; name what it belongs to.",
            line: lineAt(source, node.from),
            severity: "critical" as const,
          },
        ]
      : [];
  });
}

/** The first name among the values of an expression that says it is a secret; null when there is none. */
function sensitive(source: string, node: SyntaxNode): string | null {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const text = source.slice(child.from, child.to);
    if (child.name === "Comment") continue;
    if (child.nextSibling?.name === "AssignOp") {
      // `password=password` in a log line: the keyword tells as much as the value.
      const value = child.nextSibling.nextSibling;
      if (value && isSecretName(text) && isValue(value)) return text;
      continue;
    }
    if (child.name === "String" && child.nextSibling?.name === ":") {
      // `extra={"password": given}`: the key tells as much as a keyword does.
      const value = child.nextSibling.nextSibling;
      if (value && isSecretName(text.replace(/["']/g, "")) && isValue(value)) return text;
    }
    const found = named(source, child) ?? (isTransparent(source, child) ? sensitive(source, child) : null);
    if (found) return found;
  }
  return null;
}

const isValue = (node: SyntaxNode): boolean =>
  ["VariableName", "MemberExpression", "CallExpression", "FormatString"].includes(node.name);

function named(source: string, node: SyntaxNode): string | null {
  const text = source.slice(node.from, node.to);
  if (node.name === "VariableName") return isSecretName(text) ? text : null;
  if (node.name !== "MemberExpression") return null;
  const last = node.lastChild;
  if (last?.name === "PropertyName") return isSecretName(source.slice(last.from, last.to)) ? text : null;
  const key = node.getChild("String");
  return key && isSecretName(source.slice(key.from, key.to).replace(/["']/g, "")) ? text : null;
}

/** Whether a value goes through an expression as it is. Comparisons and unknown functions do not show what they read. */
function isTransparent(source: string, node: SyntaxNode): boolean {
  if (node.name === "CallExpression") return SHOWS.test(readCall(source, node).name);
  if (node.name === "BinaryExpression")
    return node.getChild("ArithOp") !== null || /\bor\b|\band\b/.test(source.slice(node.from, node.to));
  return !["LambdaExpression", "ParamList", "String", "UnaryExpression"].includes(node.name);
}
