import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, visit } from "yaml";
import type { CheckFinding } from "../check.ts";
import type { Parsed, Path } from "./schema.ts";

export interface YamlParsed extends Parsed {
  /** How a scalar is written: plain, or with which quotes; undefined for what is no scalar. */
  style(path: Path): string | undefined;
  /** The line on which the text of a value begins, from 1; that of its key when it has none. */
  valueLine(path: Path): number;
}

let last: { text: string; parsed: YamlParsed } | undefined;

/** Reads YAML 1.2 with unique keys; the last text is remembered, because several checks read it in a row. */
export function readYaml(text: string): YamlParsed {
  if (last?.text !== text) last = { text, parsed: parse(text) };
  return last.parsed;
}

function parse(text: string): YamlParsed {
  const lines = new LineCounter();
  // The library compares every key with every other one; `keysTwice` looks each up once.
  const document = parseDocument(text, { uniqueKeys: false, lineCounter: lines, logLevel: "error" });
  const root = document.contents;
  const faults: CheckFinding[] = document.errors.map((error) => ({
    code: "yaml-syntax",
    message: (error.message.split("\n")[0] as string).trim(),
    mend: "Mend the line so that it is YAML; spaces, not tabs, say what belongs together.",
    ...(error.linePos ? { line: error.linePos[0].line, column: error.linePos[0].col } : {}),
  }));
  faults.push(...keysTwice(document, lines));
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
    valueLine: (path) => {
      const { node, from } = find(root, path);
      return lines.linePos(node?.range?.[0] ?? from).line || 1;
    },
  };
}

function keysTwice(document: ReturnType<typeof parseDocument>, lines: LineCounter): CheckFinding[] {
  const found: CheckFinding[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Map<string, number>();
      for (const { key } of items) {
        if (!isScalar(key) || key.value === "<<") continue;
        const { line, col } = lines.linePos((key as ParsedNode).range?.[0] ?? 0);
        const name = String(key.value);
        const earlier = seen.get(name);
        if (earlier !== undefined)
          found.push({
            code: "yaml-key-twice",
            message: `The key \`${name.slice(0, 60)}\` stands on line ${earlier} already.`,
            mend: "Keep one of the two; readers take the last.",
            line,
            column: col,
          });
        seen.set(name, line);
      }
    },
  });
  return found;
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
