import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import { type Outline, outline } from "./outline.ts";
import { children } from "./outline-reader.ts";

let lastTree: { source: string; tree: Tree } | undefined;
let lastOutline: { source: string; outline: Outline } | undefined;

/** The syntax tree of a source; the last one is remembered, because several checks read the same file in a row. */
export function syntaxTree(source: string): Tree {
  if (lastTree?.source !== source) lastTree = { source, tree: parser.parse(source) };
  return lastTree.tree;
}

/** The outline of a source; the last one is remembered. */
export function outlineOf(source: string): Outline {
  if (lastOutline?.source !== source) lastOutline = { source, outline: outline(source, syntaxTree(source)) };
  return lastOutline.outline;
}

/** One argument of a call. */
export interface Argument {
  keyword?: string;
  value: SyntaxNode;
  text: string;
}

/** One call, as written. */
export interface Call {
  /** The dotted callee without blanks: `subprocess.run`; what is not a plain name stays as its text. */
  callee: string;
  /** The last name of the callee: `run`. */
  name: string;
  arguments: Argument[];
  node: SyntaxNode;
}

/** Every node of one of these kinds, in the order of the text. */
export function nodesOf(tree: Tree, ...kinds: readonly string[]): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  tree.iterate({
    enter: (cursor) => {
      if (kinds.includes(cursor.name)) found.push(cursor.node);
    },
  });
  return found;
}

/** Every call of a source, outer ones before those among their arguments. */
export function callsOf(source: string): Call[] {
  return nodesOf(syntaxTree(source), "CallExpression").map((node) => readCall(source, node));
}

/** The parts of one call expression. */
export function readCall(source: string, node: SyntaxNode): Call {
  const target = node.firstChild;
  const callee = target ? source.slice(target.from, target.to).replace(/\s/g, "") : "";
  return { callee, name: callee.slice(callee.lastIndexOf(".") + 1), arguments: readArguments(source, node), node };
}

function readArguments(source: string, node: SyntaxNode): Argument[] {
  const list = node.getChild("ArgList");
  const found: Argument[] = [];
  let keyword: string | undefined;
  for (const child of list ? children(list) : []) {
    const text = source.slice(child.from, child.to);
    if (child.nextSibling?.name === "AssignOp") keyword = text;
    else if (/\w/.test(child.name) && child.name !== "AssignOp" && child.name !== "Comment") {
      found.push({ ...(keyword ? { keyword } : {}), value: child, text });
      keyword = undefined;
    }
  }
  return found;
}

let lastLines: { source: string; starts: number[] } | undefined;

/** The line of an offset, from 1. */
export function lineAt(source: string, offset: number): number {
  if (lastLines?.source !== source) lastLines = { source, starts: lineStarts(source) };
  const { starts } = lastLines;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
