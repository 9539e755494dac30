import { type Problem, type Result, refuse } from "../result.ts";

/** What an answers document may weigh, before anything else looks at it (HARDENING, "Limits"). */
export const DOCUMENT_LIMITS = { depth: 12, values: 20_000, characters: 1_000_000 } as const;

/** Keys that reach an object's prototype in careless code. */
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A dotted path as in messages: `structure.resources[0].name`. */
export function dotted(parts: readonly PropertyKey[], base = ""): string {
  return parts.reduce<string>(
    (path, part) =>
      typeof part === "number" ? `${path}[${part}]` : path === "" ? String(part) : `${path}.${String(part)}`,
    base,
  );
}

class TooMuch extends Error {}

/**
 * Copies untrusted JSON within the limits: plain objects only, texts in NFC with `\n` as line break, no key that could
 * touch a prototype. Bounded in depth, so deep nesting ends in a message and not in a full stack.
 */
export function guarded(json: unknown, base = ""): Result<Json> {
  const problems: Problem[] = [];
  let values = 0;
  let characters = 0;
  const measured = (text: string): string => {
    characters += text.length;
    if (characters > DOCUMENT_LIMITS.characters)
      throw new TooMuch(`It holds more than ${DOCUMENT_LIMITS.characters} characters.`);
    return text;
  };
  const copy = (value: unknown, path: readonly PropertyKey[]): Json => {
    values += 1;
    if (values > DOCUMENT_LIMITS.values) throw new TooMuch(`It holds more than ${DOCUMENT_LIMITS.values} values.`);
    if (path.length > DOCUMENT_LIMITS.depth)
      throw new TooMuch(`It is nested deeper than ${DOCUMENT_LIMITS.depth} levels.`);
    if (typeof value === "string") return measured(value).normalize("NFC").replace(/\r\n?/g, "\n");
    if (value === null || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return Object.is(value, -0) ? 0 : value;
    if (Array.isArray(value)) return value.map((item, index) => copy(item, [...path, index]));
    if (typeof value === "object") return copyObject(value, path);
    problems.push({
      path: dotted(path, base),
      code: "not_json",
      message: "This value cannot stand in JSON.",
      hint: "Use texts, finite numbers, true, false, lists and objects.",
    });
    return null;
  };
  const copyObject = (value: object, path: readonly PropertyKey[]): Json => {
    const result: { [key: string]: Json } = {};
    for (const key of Object.keys(value)) {
      const inner = (value as Record<string, unknown>)[key];
      if (FORBIDDEN_KEYS.has(key))
        problems.push({
          path: dotted([...path, key], base),
          code: "forbidden_key",
          message: `"${key}" is not allowed as a key.`,
          hint: "Remove it.",
        });
      else if (inner !== undefined) result[measured(key)] = copy(inner, [...path, key]);
    }
    return result;
  };
  try {
    const value = copy(json, []);
    return problems.length > 0 ? { ok: false, error: problems } : { ok: true, value };
  } catch (fault) {
    if (!(fault instanceof TooMuch)) throw fault;
    return refuse(
      base,
      "too_large",
      `The document is too large. ${fault.message}`,
      "An answers file has a few kilobytes.",
    );
  }
}
