import type { SyntaxNode } from "@lezer/common";
import { lineAt } from "../../python/syntax-tree.ts";
import type { CheckFinding, Severity } from "../check.ts";

/** A finding at a node of the syntax tree. */
export const at = (
  source: string,
  node: SyntaxNode,
  code: string,
  message: string,
  mend: string,
  severity: Severity = "critical",
): CheckFinding => ({
  code,
  message,
  mend,
  line: lineAt(source, node.from),
  severity,
});
