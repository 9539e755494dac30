import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { children, Reader, statements } from "./outline-reader.ts";
import type { StubProblem } from "./stub-problem.ts";

const AT_TOP = new Set([
  "FunctionDefinition",
  "ClassDefinition",
  "DecoratedStatement",
  "AssignStatement",
  "TypeDefinition",
  "ImportStatement",
]);
const IN_CLASS = new Set(["FunctionDefinition", "DecoratedStatement", "AssignStatement", "PassStatement"]);

/**
 * Lists what a stub holds beside declarations: loops, conditions, bodies with code. The draft is made from the
 * declarations alone, so anything else would silently be lost.
 */
export function statementProblems(source: string): StubProblem[] {
  const reader = new Reader(source);
  const found: StubProblem[] = [];
  const line = (node: SyntaxNode) => reader.position(node.from).line;
  const say = (node: SyntaxNode, message: string, hint: string) =>
    found.push({ line: line(node), code: "stub.statement", message, hint });

  const visit = (body: SyntaxNode[], allowed: ReadonlySet<string>) => {
    for (const [index, node] of body.entries()) {
      const target = node.name === "DecoratedStatement" ? (children(node).at(-1) as SyntaxNode) : node;
      if (target.name === "FunctionDefinition") checkBody(target);
      else if (target.name === "ClassDefinition" && allowed === AT_TOP) visit(bodyOf(target), IN_CLASS);
      else if (target.name === "ClassDefinition")
        say(node, "a class stands inside a class", "Declare it at the top of the stub.");
      else if (node.name === "AssignStatement" && !isSimpleAssignment(node))
        say(node, "an assignment has more than one target", "Declare one name per line: `LIMIT: int = 3`.");
      else if (!allowed.has(node.name) && !isFiller(node, index))
        say(
          node,
          "a stub holds declarations only",
          "Keep functions, classes, constants and type aliases; the code comes later.",
        );
    }
  };
  const checkBody = (node: SyntaxNode) => {
    const code = bodyOf(node).find(
      (inside, index) =>
        !isFiller(inside, index) && inside.name !== "PassStatement" && !isNotImplemented(source, inside),
    );
    if (code)
      say(code, "a function in a stub has no code", "Put `...` or a docstring in its place; the code comes later.");
  };
  visit(statements(parser.parse(source).topNode), AT_TOP);
  return found;
}

const bodyOf = (node: SyntaxNode): SyntaxNode[] => {
  const body = node.getChild("Body");
  return body ? statements(body) : [];
};

const isSimpleAssignment = (node: SyntaxNode): boolean =>
  node.firstChild?.name === "VariableName" &&
  !children(node).some((child) => child.name === ",") &&
  node.getChildren("AssignOp").length <= 1;

/** A docstring at the start, or `...`. */
function isFiller(node: SyntaxNode, index: number): boolean {
  if (node.name !== "ExpressionStatement") return false;
  const kind = node.firstChild?.name;
  return kind === "Ellipsis" || (index === 0 && (kind === "String" || kind === "ContinuedString"));
}

const isNotImplemented = (source: string, node: SyntaxNode): boolean =>
  node.name === "RaiseStatement" && /^raise\s+NotImplementedError\b/.test(source.slice(node.from, node.to));
