import { canonicalJson } from "../canonical-json.ts";
import { namesOf, type Sides } from "./sides.ts";

/** One place inside an answer where the sides differ: `Appointment › reference › max length`; null where it is not there. */
export interface Detail extends Sides<string | null> {
  at: string;
}

const BETWEEN = " › ";

/**
 * Where two answers of many parts differ: resources by name down to a field's limit, modules, paths, lists.
 * Parts are matched by their name, so that one more at the top does not shift the rest.
 */
export function answerDetails(left: unknown, right: unknown): Detail[] {
  const details = inside([], left, right);
  return details.length > 0 || same(left, right) ? details : [{ at: "order", left: words(left), right: words(right) }];
}

function inside(at: readonly string[], left: unknown, right: unknown): Detail[] {
  if (same(left, right)) return [];
  const parts = { left: partsOf(left), right: partsOf(right) };
  if (!parts.left || !parts.right) return [{ at: at.join(BETWEEN), left: words(left), right: words(right) }];
  const { left: one, right: two } = { left: parts.left, right: parts.right };
  return namesOf({ left: one.keys(), right: two.keys() }).flatMap((name) =>
    inside([...at, name], one.get(name), two.get(name)),
  );
}

const same = (left: unknown, right: unknown): boolean => canonicalJson(left ?? null) === canonicalJson(right ?? null);

/** The named parts of a value; null for a value without any. */
function partsOf(value: unknown): Map<string, unknown> | null {
  if (Array.isArray(value)) {
    const named = value.map((entry): [string, unknown] => [nameOf(entry), entry]);
    return new Set(named.map(([name]) => name)).size === named.length ? new Map(named) : null;
  }
  return typeof value === "object" && value !== null
    ? new Map(Object.entries(value).map(([key, inner]) => [key.replaceAll("_", " "), inner]))
    : null;
}

const nameOf = (entry: unknown): string =>
  typeof entry === "object" && entry !== null ? String((entry as { name?: unknown }).name) : String(entry);

/** A part as a person reads it; null where there is none. The database keeps no order of keys, so they are sorted. */
function words(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(nameOf).join(", ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .filter(([key]) => key !== "name")
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([key, inner]) => `${key.replaceAll("_", " ")} ${words(inner) ?? "none"}`)
    .join(", ");
}
