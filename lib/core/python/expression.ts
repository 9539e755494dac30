import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";

/** What a Python expression mentions. */
export interface Expression {
  /** Names it reads, each once, without the attributes and keyword arguments that follow them. */
  names: string[];
  /** Of those, the ones that stand without brackets behind them: `list`, but not `list[int]`. */
  bare: string[];
  /** `Level.HIGH` as `["Level", "HIGH"]`. */
  attributes: [string, string][];
  /** The names it calls. */
  calls: string[];
  /** Kinds of syntax in it, as @lezer/python names them. */
  kinds: ReadonlySet<string>;
  /** A string outside `Literal[...]` and `Annotated[...]`. */
  quoted: boolean;
}

const HOLDS_VALUES = new Set(["Literal", "Annotated"]);

/** Reads a Python expression such as an annotation or a default value. Never throws. */
export function readExpression(text: string): Expression {
  const found = {
    names: new Set<string>(),
    bare: new Set<string>(),
    attributes: [] as [string, string][],
    calls: new Set<string>(),
    kinds: new Set<string>(),
    quoted: false,
  };
  parser.parse(text).iterate({
    enter: ({ node, name, type }) => {
      found.kinds.add(type.isError ? "Error" : name);
      if (name === "String" || name === "FormatString") found.quoted ||= !insideValues(text, node);
      if (name !== "VariableName" || node.nextSibling?.name === "AssignOp") return;
      const word = text.slice(node.from, node.to);
      found.names.add(word);
      const next = node.nextSibling;
      if (node.parent?.name === "CallExpression" && node.parent.firstChild?.from === node.from) found.calls.add(word);
      if (node.parent?.name === "MemberExpression" && next?.name === "." && next.nextSibling) {
        found.attributes.push([word, text.slice(next.nextSibling.from, next.nextSibling.to)]);
      } else if (!(node.parent?.name === "MemberExpression" && next?.name === "[")) found.bare.add(word);
    },
  });
  return { ...found, names: [...found.names], bare: [...found.bare], calls: [...found.calls] };
}

function insideValues(text: string, node: SyntaxNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    const first = at.name === "MemberExpression" ? at.firstChild : null;
    if (first?.name === "VariableName" && HOLDS_VALUES.has(text.slice(first.from, first.to))) return true;
  }
  return false;
}

/** The names a bracket of type parameters declares: `[T: int, *Ts, **P]` gives T, Ts and P. */
export function typeParameterNames(brackets: string | undefined): string[] {
  if (!brackets) return [];
  const names: string[] = [];
  parser.parse(`def f${brackets}(): ...`).iterate({
    enter: ({ node, name }) => {
      if (name === "TypeParam") {
        const first = node.getChild("VariableName");
        if (first) names.push(`def f${brackets}`.slice(first.from, first.to));
      }
    },
  });
  return names;
}
