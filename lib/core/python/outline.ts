import type { Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import { Reader, statements } from "./outline-reader.ts";

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
  /** The text of the docstring, without quotes and indentation. */
  doc?: string;
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
  /** The text of the docstring, without quotes and indentation. */
  doc?: string;
  line: number;
}

export interface ConstantOutline {
  kind: "constant";
  name: string;
  /** `type` for a type alias (`type Pair[T] = ...`). */
  annotation?: string;
  /** Of a type alias, with brackets. */
  typeParameters?: string;
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
  /** Where `__all__` stands, from 1. */
  allLine?: number;
  docstring: boolean;
  faults: SyntaxFault[];
}

/**
 * Reads the outline of Python source. Never throws: faults are listed with line and column (1-based) and the rest is
 * read as well as possible. Grammar: @lezer/python, the one the editor uses.
 */
export function outline(source: string, tree: Tree = parser.parse(source)): Outline {
  const reader = new Reader(source);
  const body = statements(tree.topNode);
  const result: Outline = {
    items: [],
    imports: reader.imports(tree),
    docstring: reader.opensWithString(body),
    faults: reader.faults(tree),
  };
  for (const node of body) {
    if (node.name === "AssignStatement" && node.firstChild && reader.text(node.firstChild) === "__all__") {
      result.all = reader.strings(node);
      result.allLine = reader.position(node.from).line;
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
