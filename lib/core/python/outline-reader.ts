import type { SyntaxNode, Tree } from "@lezer/common";
import { cleanDoc, oneLine, stringText } from "./literals.ts";
import type {
  AttributeOutline,
  ClassOutline,
  ConstantOutline,
  FunctionOutline,
  ImportOutline,
  Parameter,
  SyntaxFault,
} from "./outline.ts";

/** The direct children of a node of the syntax tree. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

/** The statements of a file or a body. */
export const statements = (node: SyntaxNode): SyntaxNode[] =>
  children(node).filter((child) => child.name !== ":" && child.name !== "Comment");

/** Turns nodes of a Python syntax tree into parts of an outline. */
export class Reader {
  readonly #source: string;
  readonly #lineStarts: number[] = [0];

  constructor(source: string) {
    this.#source = source;
    for (let at = source.indexOf("\n"); at !== -1; at = source.indexOf("\n", at + 1)) this.#lineStarts.push(at + 1);
  }

  text(node: { from: number; to: number }): string {
    return this.#source.slice(node.from, node.to);
  }

  position(offset: number): SyntaxFault {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] as number) + 1 };
  }

  faults(tree: Tree): SyntaxFault[] {
    const found: SyntaxFault[] = [];
    tree.iterate({
      enter: (node) => {
        if (node.type.isError) found.push(this.position(node.from));
      },
    });
    return found;
  }

  imports(tree: Tree): ImportOutline[] {
    const found: ImportOutline[] = [];
    tree.iterate({
      enter: (cursor) => {
        if (cursor.name !== "ImportStatement") return;
        found.push(...this.#import(cursor.node));
      },
    });
    return found;
  }

  #import(node: SyntaxNode): ImportOutline[] {
    const line = this.position(node.from).line;
    const nested = node.parent?.name !== "Script";
    const words = this.text(node)
      .replace(/#.*$/gm, "")
      .replace(/[()\\\n]/g, " ")
      .trim();
    const from = /^from\s+([.\w\s]*?)\s+import\s+(.*)$/s.exec(words);
    const split = (list: string) =>
      list
        .split(",")
        .map((part) => part.trim().split(/\s+as\s+/)[0] as string)
        .filter(Boolean);
    if (from)
      return [{ module: (from[1] as string).replace(/\s/g, ""), names: split(from[2] as string), line, nested }];
    return split(words.replace(/^import\s+/, "")).map((module) => ({ module, line, nested }));
  }

  opensWithString(body: SyntaxNode[]): boolean {
    const first = body[0];
    return (
      first?.name === "ExpressionStatement" &&
      (first.firstChild?.name === "String" || first.firstChild?.name === "ContinuedString")
    );
  }

  /** The docstring of a body as two members of an outline. */
  docs(body: SyntaxNode[]): { docstring: boolean; doc?: string } {
    if (!this.opensWithString(body)) return { docstring: false };
    return { docstring: true, doc: cleanDoc(stringText(this.text(body[0] as SyntaxNode))) };
  }

  strings(node: SyntaxNode): string[] {
    const found: string[] = [];
    node.cursor().iterate((child) => {
      if (child.name === "String") found.push(this.text(child).slice(1, -1));
    });
    return found;
  }

  item(node: SyntaxNode, decorators: string[] = []): FunctionOutline | ClassOutline | ConstantOutline | null {
    if (node.name === "DecoratedStatement") {
      const inner = children(node);
      const marks = inner
        .filter((child) => child.name === "Decorator")
        .map((child) => this.text(child).trim().slice(1).trim());
      const last = inner.at(-1);
      return last ? this.item(last, marks) : null;
    }
    if (node.name === "FunctionDefinition") return this.function(node, decorators);
    if (node.name === "ClassDefinition") return this.class(node, decorators);
    if (node.name === "TypeDefinition") return this.#alias(node);
    if (node.name !== "AssignStatement") return null;
    const attribute = this.attribute(node);
    return attribute && { ...attribute, kind: "constant" };
  }

  #alias(node: SyntaxNode): ConstantOutline | null {
    const name = children(node).find((child) => child.name === "VariableName");
    const generics = children(node).find((child) => child.name === "TypeParamList");
    const value = node.lastChild;
    if (!name || !value) return null;
    return {
      kind: "constant",
      name: this.text(name),
      annotation: "type",
      ...(generics ? { typeParameters: oneLine(this.text(generics)) } : {}),
      value: oneLine(this.text(value)),
      line: this.position(node.from).line,
    };
  }

  attribute(node: SyntaxNode): AttributeOutline | null {
    const target = node.firstChild;
    if (target?.name !== "VariableName") return null;
    const annotation = children(node).find((child) => child.name === "TypeDef");
    const assign = children(node).find((child) => child.name === "AssignOp");
    return {
      kind: "attribute",
      name: this.text(target),
      ...(annotation ? { annotation: oneLine(this.text(annotation).slice(1)) } : {}),
      ...(assign ? { value: oneLine(this.#source.slice(assign.to, node.to)) } : {}),
      line: this.position(node.from).line,
    };
  }

  function(node: SyntaxNode, decorators: string[]): FunctionOutline | null {
    const parts = children(node);
    const name = parts.find((child) => child.name === "VariableName");
    const list = parts.find((child) => child.name === "ParamList");
    if (!name || !list) return null;
    const returns = parts.find((child) => child.name === "TypeDef");
    const generics = parts.find((child) => child.name === "TypeParamList");
    const body = parts.find((child) => child.name === "Body");
    return {
      kind: "function",
      name: this.text(name),
      async: parts[0]?.name === "async",
      ...(generics ? { typeParameters: oneLine(this.text(generics)) } : {}),
      parameters: this.parameters(list),
      ...(returns ? { returns: oneLine(this.text(returns).replace(/^->/, "")) } : {}),
      decorators,
      ...this.docs(body ? statements(body) : []),
      line: this.position(node.from).line,
    };
  }

  class(node: SyntaxNode, decorators: string[]): ClassOutline | null {
    const parts = children(node);
    const name = parts.find((child) => child.name === "VariableName");
    if (!name) return null;
    const bases = parts.find((child) => child.name === "ArgList");
    const generics = parts.find((child) => child.name === "TypeParamList");
    const body = parts.find((child) => child.name === "Body");
    const found: ClassOutline = {
      kind: "class",
      name: this.text(name),
      ...(generics ? { typeParameters: oneLine(this.text(generics)) } : {}),
      bases: bases ? this.#commaParts(bases) : [],
      decorators,
      attributes: [],
      methods: [],
      docstring: false,
      line: this.position(node.from).line,
    };
    if (!body) return found;
    const inside = statements(body);
    Object.assign(found, this.docs(inside));
    for (const member of inside) {
      const item = member.name === "AssignStatement" ? this.attribute(member) : this.item(member);
      if (item?.kind === "attribute") found.attributes.push(item);
      if (item?.kind === "function") found.methods.push(item);
    }
    return found;
  }

  /** The texts between the top-level commas of a bracketed list. */
  #commaParts(list: SyntaxNode): string[] {
    const commas = children(list).filter((child) => child.name === ",");
    const starts = [list.from + 1, ...commas.map((comma) => comma.to)];
    const closed = this.#source[list.to - 1] === ")";
    const ends = [...commas.map((comma) => comma.from), closed ? list.to - 1 : list.to];
    return starts.map((start, index) => oneLine(this.#source.slice(start, ends[index]))).filter(Boolean);
  }

  parameters(list: SyntaxNode): Parameter[] {
    const groups: SyntaxNode[][] = [[]];
    const ends: number[] = [];
    for (const child of children(list)) {
      if (child.name === "(" || child.name === ")") continue;
      if (child.name !== ",") groups.at(-1)?.push(child);
      else {
        ends.push(child.from);
        groups.push([]);
      }
    }
    const starts = [list.from + 1, ...ends.map((end) => end + 1)];
    ends.push(this.#source[list.to - 1] === ")" ? list.to - 1 : list.to);
    return groups
      .map((group, index) => this.#parameter(group, starts[index] as number, ends[index] as number))
      .filter((one) => one !== null);
  }

  /** One parameter from the nodes between two commas; `from` and `to` are those commas. */
  #parameter(nodes: SyntaxNode[], from: number, to: number): Parameter | null {
    const name = nodes.find((node) => node.name === "VariableName");
    const stars = nodes.find((node) => node.name === "*" || node.name === "**");
    if (!name && stars) return { name: "*", kind: "keyword-marker" };
    if (!name) return oneLine(this.#source.slice(from, to)) === "/" ? { name: "/", kind: "positional-marker" } : null;
    const annotation = nodes.find((node) => node.name === "TypeDef");
    const assign = nodes.find((node) => node.name === "AssignOp");
    return {
      name: this.text(name),
      kind: stars?.name === "**" ? "double-star" : stars ? "star" : "normal",
      ...(annotation ? { annotation: oneLine(this.text(annotation).slice(1)) } : {}),
      ...(assign ? { default: oneLine(this.#source.slice(assign.to, to)) } : {}),
    };
  }
}
