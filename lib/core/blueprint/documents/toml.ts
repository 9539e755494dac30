import { tomlStr } from "../encode.ts";
import { LINE_LENGTH } from "../line-length.ts";

export type TomlValue = string | number | boolean | readonly TomlValue[] | TomlTable;
/** Keys keep their order; a nested table gets a header of its own, a table in an array is written inline. */
export interface TomlTable {
  readonly [key: string]: TomlValue | undefined;
}

const isTable = (value: TomlValue | undefined): value is TomlTable =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const keyText = (key: string): string => (/^[A-Za-z0-9_-]+$/.test(key) ? key : tomlStr(key));

function inline(value: TomlValue): string {
  if (typeof value === "string") return tomlStr(value);
  if (typeof value !== "object") return String(value);
  if (isTable(value))
    return `{ ${Object.entries(value)
      .map(([key, of]) => `${keyText(key)} = ${inline(of as TomlValue)}`)
      .join(", ")} }`;
  return `[${value.map(inline).join(", ")}]`;
}

/** Short words fill lines, as people write a list of rule codes; everything else gets a line each. */
function longArray(items: readonly TomlValue[]): string {
  const texts = items.map(inline);
  if (!items.every((item) => typeof item === "string" && item.length <= 8))
    return texts.map((text) => `  ${text},\n`).join("");
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + text.length + 2 <= LINE_LENGTH)
      lines[lines.length - 1] = `${last} ${text},`;
    else lines.push(`  ${text},`);
  }
  return lines.map((line) => `${line}\n`).join("");
}

function pair(key: string, value: TomlValue): string {
  const line = `${keyText(key)} = ${inline(value)}`;
  if (line.length <= LINE_LENGTH || !Array.isArray(value)) return line;
  return `${keyText(key)} = [\n${longArray(value)}]`;
}

function section(path: readonly string[], table: TomlTable): string[] {
  const entries = Object.entries(table).filter((entry): entry is [string, TomlValue] => entry[1] !== undefined);
  const own = entries.filter(([, value]) => !isTable(value)).map(([key, value]) => pair(key, value));
  const head = path.length > 0 && (own.length > 0 || entries.length === 0) ? [`[${path.map(keyText).join(".")}]`] : [];
  const block = [...head, ...own].join("\n");
  return [
    ...(block === "" ? [] : [block]),
    ...entries.flatMap(([key, value]) => (isTable(value) ? section([...path, key], value) : [])),
  ];
}

/** Writes a TOML document: one blank line between tables, arrays over 100 columns one item a line, ASCII only. */
export const tomlDocument = (table: TomlTable): string => `${section([], table).join("\n\n")}\n`;
