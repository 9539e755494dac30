import type { SyntaxNode } from "@lezer/common";
import { children } from "../python/outline-reader.ts";
import { lineAt, nodesOf, syntaxTree } from "../python/syntax-tree.ts";
import type { CheckFinding, FileUnderCheck } from "./check.ts";
import { isTestFile } from "./closure.ts";
import type { StaticCheck } from "./static-check.ts";

/**
 * Finds tests that can never fail, because they do nothing. pytest counts each of them as passed, so running them
 * would not tell; that a test does something is no proof that it passes.
 */
export const hollowTestsCheck: StaticCheck = {
  id: "tests",
  onlyRefutes: true,
  tool: () => "own rules",
  findings: hollowTests,
};

function hollowTests({ path, text }: FileUnderCheck): CheckFinding[] {
  if (!isTestFile(path)) return [];
  return nodesOf(syntaxTree(text), "FunctionDefinition").flatMap((node) => {
    const name = node.getChild("VariableName");
    const body = node.getChild("Body");
    if (!name || !body || !text.slice(name.from, name.to).startsWith("test")) return [];
    if (!children(body).every((statement) => doesNothing(text, statement))) return [];
    return [
      {
        code: "test-hollow",
        message: `${text.slice(name.from, name.to)} does nothing, so it can never fail.`,
        mend: "Assert what the code must do, or remove the test.",
        line: lineAt(text, name.from),
      },
    ];
  });
}

const CONSTANT = /^(?:True|None|\.\.\.|\d+|[rub]*(["'])[\s\S]*\1)$/i;

function doesNothing(text: string, statement: SyntaxNode): boolean {
  const written = text.slice(statement.from, statement.to).trim();
  switch (statement.name) {
    case ":":
    case "Comment":
    case "PassStatement":
      return true;
    case "ExpressionStatement":
      return CONSTANT.test(written);
    case "AssertStatement":
      return CONSTANT.test(written.replace(/^assert\s+/, ""));
    case "ReturnStatement":
      return /^return(?:\s+None)?$/.test(written);
    default:
      return false;
  }
}
