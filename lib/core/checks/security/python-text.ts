import type { SyntaxNode } from "@lezer/common";
import { stringText } from "../../python/literals.ts";
import { nodesOf, readCall, syntaxTree } from "../../python/syntax-tree.ts";

/** How a text comes about: written down, or put together from values. */
export type Making = "literal" | "built" | "unknown";

/**
 * How an expression makes a text: f-strings with values, `+`, `%`, `.format`, `.join` and `.replace` build one. `variables` says how
 * the variables of the file were made.
 */
export function making(source: string, node: SyntaxNode, variables: ReadonlyMap<string, Making>): Making {
  const text = (one: SyntaxNode) => source.slice(one.from, one.to);
  const of = (one: SyntaxNode | null): Making => (one ? making(source, one, variables) : "unknown");
  switch (node.name) {
    case "String":
      return "literal";
    case "FormatString":
      return node.getChildren("FormatReplacement").length > 0 ? "built" : "literal";
    case "ContinuedString":
    case "ParenthesizedExpression": {
      const parts = [...insides(node)].map(of);
      return parts.includes("built") ? "built" : parts.every((part) => part === "literal") ? "literal" : "unknown";
    }
    case "BinaryExpression": {
      const [left, right] = [of(node.firstChild), of(node.lastChild)];
      const operator = node.getChild("ArithOp");
      if (!operator || !["+", "%"].includes(text(operator))) return "unknown";
      if (left === "built" || right === "built") return "built";
      if (left === "literal" && right === "literal") return "literal";
      return left === "literal" || right === "literal" ? "built" : "unknown";
    }
    case "CallExpression": {
      const call = readCall(source, node);
      if (!["format", "join", "replace"].includes(call.name)) return "unknown";
      const base = of(node.firstChild?.firstChild ?? null);
      const written = call.name === "replace" && call.arguments.every(({ value }) => of(value) === "literal");
      return base === "unknown" || written ? base : "built";
    }
    case "VariableName":
      return variables.get(text(node)) ?? "unknown";
    default:
      return "unknown";
  }
}

function* insides(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) if (/^[A-Z]/.test(child.name)) yield child;
}

/** How each variable of a file is made; one that is built anywhere counts as built. */
export function makings(source: string): Map<string, Making> {
  const found = new Map<string, Making>();
  for (const { name, value } of assignments(source)) {
    const how = making(source, value, found);
    if (how === "built" || !found.has(name)) found.set(name, how);
  }
  for (const node of nodesOf(syntaxTree(source), "UpdateStatement")) {
    const name = node.firstChild ? source.slice(node.firstChild.from, node.firstChild.to) : "";
    if (found.get(name) === "literal") found.set(name, "built");
  }
  return found;
}

/** Every `name = value` and `name: type = value`, in the order of the text. */
export function assignments(source: string): { name: string; value: SyntaxNode }[] {
  return nodesOf(syntaxTree(source), "AssignStatement").flatMap((node) => {
    const target = node.firstChild;
    const value = node.lastChild;
    if (!target || !value || !["VariableName", "MemberExpression"].includes(target.name) || value.name === "TypeDef")
      return [];
    return [{ name: source.slice(target.from, target.to), value }];
  });
}

/** The text of a literal as far as it is written down: an f-string up to its first value. */
export function literalText(source: string, node: SyntaxNode): string {
  const text = source.slice(node.from, node.to);
  if (node.name === "FormatString") return /^[A-Za-z]*["']{1,3}([^{"']*)/.exec(text)?.[1] ?? "";
  return node.name === "String" || node.name === "ContinuedString" ? stringText(text) : "";
}
