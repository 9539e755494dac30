import type { CheckFinding } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";
import { readYaml } from "./yaml-source.ts";

/** Above this many characters a second reading for keys that stand twice would cost more than it gives. */
const READ_TWICE = 32_000;

/** JSON, with every key once. */
export const json: DocumentReader = { syntax: ({ text }) => jsonFaults(text) };

/** What is wrong with a JSON text: it does not parse, or a key stands twice. */
export function jsonFaults(text: string): CheckFinding[] {
  try {
    JSON.parse(text);
  } catch (cause) {
    const message = (cause as Error).message;
    return [{ code: "json-syntax", message, mend: "Mend the line so that it is JSON.", ...position(text, message) }];
  }
  if (text.length > READ_TWICE) return [];
  return readYaml(text)
    .faults.filter(({ code }) => code === "yaml-key-twice")
    .map((fault) => ({ ...fault, code: "json-key-twice" }));
}

/** Where the fault is: the engine names the line, or the position, or only quotes what stands around it. */
function position(text: string, message: string): { line?: number; column?: number } {
  const at = /line (\d+) column (\d+)/.exec(message);
  if (at) return { line: Number(at[1]), column: Number(at[2]) };
  const offset = /position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, offset === undefined ? unexpectedAt(text) : Number(offset)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The place of an unexpected token: the longest beginning of the text that only lacks its end. */
function unexpectedAt(text: string): number {
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (hasUnexpected(text.slice(0, middle))) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}

function hasUnexpected(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (cause) {
    return (cause as Error).message.startsWith("Unexpected token");
  }
}
