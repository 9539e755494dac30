import type { SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";

export interface Parameter {
  name: string;
  /** `*` and `/` markers stand as parameters of their own kind. */
  kind: "normal" | "star" | "double-star" | "keyword-marker" | "positional-marker";
  annotation?: string;
  default?: string;
}

export interface FunctionOutline {
  kind: "function";
  name: string;
  async: boolean;
  typeParameters?: string;
  parameters: Parameter[];
  returns?: string;
  decorators: string[];
  docstring: boolean;
  line: number;
}

export interface AttributeOutline {
  kind: "attribute";
  name: string;
  annotation?: string;
  value?: string;
  line: number;
}

export interface ClassOutline {
  kind: "class";
  name: string;
  typeParameters?: string;
  bases: string[];
  decorators: string[];
  attributes: AttributeOutline[];
  methods: FunctionOutline[];
  docstring: boolean;
  line: number;
}

export interface ConstantOutline {
  kind: "constant";
  name: string;
  annotation?: string;
  value?: string;
  line: number;
}

export interface ImportOutline {
  /** The module as written, with leading dots for relative imports. */
  module: string;
  /** Names of a `from` import; absent for `import x`. */
  names?: string[];
  line: number;
  /** Import stands inside a function or an `if`. */
  nested: boolean;
}

export interface SyntaxFault {
  line: number;
  column: number;
}

/** The public face of a Python file: what it defines at module level and what it imports. Order as written. */
export interface Outline {
  items: (FunctionOutline | ClassOutline | ConstantOutline)[];
  imports: ImportOutline[];
  /** The strings of `__all__`, when it is a plain list or tuple. */
  all?: string[];
  docstring: boolean;
  faults: SyntaxFault[];
}

/**
 * Reads the outline of Python source. Never throws: faults are listed with line and column (1-based) and the rest is
 * read as well as possible. Grammar: @lezer/python, the one the editor uses.
 */
export function outline(source: string): Outline {
  const tree = parser.parse(source);
  const reader = new Reader(source);
  const body = statements(tree.topNode);
  const result: Outline = { items: [], imports: reader.imports(tree), docstring: reader.opensWithString(body), faults: reader.faults(tree) };
  for (const node of body) {
    if (node.name === "AssignStatement" && node.firstChild && reader.text(node.firstChild) === "__all__") {
      result.all = reader.strings(node);
      continue;
    }
    const item = reader.item(node);
    if (item) result.items.push(item);
  }
  return result;
}

/** The names a file offers: `__all__` when given, else everything without a leading underscore. */
export function publicNames(found: Outline): string[] {
  return found.all ?? found.items.map((item) => item.name).filter((name) => !name.startsWith("_"));
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

const statements = (node: SyntaxNode): SyntaxNode[] => children(node).filter((child) => child.name !== ":" && child.name !== "Comment");

class Reader {
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
    const words = this.text(node).replace(/#.*$/gm, "").replace(/[()\\\n]/g, " ").trim();
    const from = /^from\s+([.\w\s]*?)\s+import\s+(.*)$/s.exec(words);
    const split = (list: string) => list.split(",").map((part) => part.trim().split(/\s+as\s+/)[0] as string).filter(Boolean);
    if (from) return [{ module: (from[1] as string).replace(/\s/g, ""), names: split(from[2] as string), line, nested }];
    return split(words.replace(/^import\s+/, "")).map((module) => ({ module, line, nested }));
  }

  opensWithString(body: SyntaxNode[]): boolean {
    const first = body[0];
    return first?.name === "ExpressionStatement" && first.firstChild?.name === "String";
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
      const marks = inner.filter((child) => child.name === "Decorator").map((child) => this.text(child).trim().slice(1).trim());
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
    return name ? { kind: "constant", name: this.text(name), annotation: "type", line: this.position(node.from).line } : null;
  }

  attribute(node: SyntaxNode): AttributeOutline | null {
    const target = node.firstChild;
    if (target?.name !== "VariableName") return null;
    const annotation = children(node).find((child) => child.name === "TypeDef");
    const assign = children(node).find((child) => child.name === "AssignOp");
    return {
      kind: "attribute",
      name: this.text(target),
      ...(annotation ? { annotation: clean(this.text(annotation).slice(1)) } : {}),
      ...(assign ? { value: clean(this.#source.slice(assign.to, node.to)) } : {}),
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
      ...(generics ? { typeParameters: clean(this.text(generics)) } : {}),
      parameters: this.parameters(list),
      ...(returns ? { returns: clean(this.text(returns).replace(/^->/, "")) } : {}),
      decorators,
      docstring: body ? this.opensWithString(statements(body)) : false,
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
      ...(generics ? { typeParameters: clean(this.text(generics)) } : {}),
      bases: bases ? this.#commaParts(bases).map((part) => clean(part)) : [],
      decorators,
      attributes: [],
      methods: [],
      docstring: false,
      line: this.position(node.from).line,
    };
    if (!body) return found;
    const inside = statements(body);
    found.docstring = this.opensWithString(inside);
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
    return starts.map((start, index) => this.#source.slice(start, ends[index]).replace(/#.*$/gm, "").trim()).filter(Boolean);
  }

  parameters(list: SyntaxNode): Parameter[] {
    return this.#commaParts(list).map((part) => {
      if (part === "*") return { name: "*", kind: "keyword-marker" };
      if (part === "/") return { name: "/", kind: "positional-marker" };
      const shape = /^(\*{0,2})\s*(\w+)\s*(?::\s*(.*?))?\s*(?:=(?!=)\s*(.*))?$/su.exec(part);
      if (!shape) return { name: part, kind: "normal" };
      const [, stars, name, annotation, value] = shape;
      return {
        name: name as string,
        kind: stars === "**" ? "double-star" : stars === "*" ? "star" : "normal",
        ...(annotation ? { annotation: clean(annotation) } : {}),
        ...(value ? { default: clean(value) } : {}),
      };
    });
  }
}

const clean = (text: string): string => text.replace(/\s+/g, " ").trim();

/** A parameter as Python writes it. */
export function parameterText({ name, kind, annotation, default: value }: Parameter): string {
  const stars = kind === "star" ? "*" : kind === "double-star" ? "**" : "";
  const typed = annotation ? `${stars}${name}: ${annotation}` : `${stars}${name}`;
  return value === undefined ? typed : annotation ? `${typed} = ${value}` : `${typed}=${value}`;
}

/** The `def` line of a function without its colon. */
export function signature(found: FunctionOutline): string {
  const parameters = found.parameters.map(parameterText).join(", ");
  const returns = found.returns ? ` -> ${found.returns}` : "";
  return `${found.async ? "async " : ""}def ${found.name}${found.typeParameters ?? ""}(${parameters})${returns}`;
}
