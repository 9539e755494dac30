import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { Parsed, Path } from "./schema.ts";

export interface YamlParsed extends Parsed {
  /** How a scalar is written: plain, or with which quotes; undefined for what is no scalar. */
  style(path: Path): string | undefined;
  /** Where the text of a value begins in the source; -1 when there is none. */
  offset(path: Path): number;
}

let last: { text: string; parsed: YamlParsed } | undefined;

/** Reads YAML 1.2 with unique keys; the last text is remembered, because several checks read it in a row. */
export function readYaml(text: string): YamlParsed {
  if (last?.text !== text) last = { text, parsed: parse(text) };
  return last.parsed;
}

function parse(text: string): YamlParsed {
  const lines = new LineCounter();
  const document = parseDocument(text, { uniqueKeys: true, lineCounter: lines, logLevel: "error" });
  const root = document.contents;
  const faults = document.errors.map((error) => ({
    code: "yaml-syntax",
    message: (error.message.split("\n")[0] as string).trim(),
    mend: "Mend the line so that it is YAML; every key may stand once.",
    ...(error.linePos ? { line: error.linePos[0].line, column: error.linePos[0].col } : {}),
  }));
  let value: unknown;
  try {
    // Aliases are counted: a handful of lines must not become a gigabyte.
    value = faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
  } catch {
    faults.push({
      code: "yaml-aliases",
      message: "The aliases of this file multiply beyond every measure.",
      mend: "Write the values out.",
      line: 1,
    });
  }
  return {
    value,
    faults,
    line: (path) => lines.linePos(find(root, path).from).line || 1,
    style: (path) => {
      const { node } = find(root, path);
      return isScalar(node) ? node.type : undefined;
    },
    offset: (path) => find(root, path).node?.range?.[0] ?? -1,
  };
}

/** The node of a path and the offset by which people find it: that of its key. */
function find(root: ParsedNode | null, path: Path): { node: ParsedNode | null; from: number } {
  let node = root;
  let from = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return { node: null, from };
      from = (pair.key as ParsedNode).range?.[0] ?? from;
      node = pair.value as ParsedNode | null;
    } else if (isSeq(node)) {
      node = (node.items[step as number] as ParsedNode | undefined) ?? null;
      from = node?.range?.[0] ?? from;
    } else return { node: null, from };
  }
  return { node, from };
}

/** A value as a map; empty when it is something else. */
export const mapOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A value as a list; empty when it is something else. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
