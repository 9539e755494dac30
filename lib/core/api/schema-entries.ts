/** One named part of a JSON document, for readers. */
export interface SchemaEntry {
  /** Dotted, with [] for the entries of a list. */
  name: string;
  /** In words: "text", "list of Finding". */
  type: string;
  /** The schemas that the type names. */
  refersTo: readonly string[];
  required: boolean;
  meaning: string;
}

interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  description?: string;
  const?: unknown;
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
}

/** Every part of a schema as flat lines: an object or a list of objects is followed by its own parts. */
export function schemaEntries(schema: unknown, prefix = ""): SchemaEntry[] {
  const { properties = {}, required = [], items, oneOf } = schema as Schema;
  if (oneOf) return schemaEntries(merged(oneOf), prefix);
  if (items) return schemaEntries(items, `${prefix}[]`);
  return Object.entries(properties).flatMap(([key, inner]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    return [
      {
        name,
        type: typeWords(inner),
        refersTo: references(inner),
        required: required.includes(key),
        meaning: inner.description ?? "",
      },
      ...schemaEntries(inner, name),
    ];
  });
}

/** An object of several kinds as one: each property with what it may be in any of them. */
function merged(kinds: readonly Schema[]): Schema {
  const names = [...new Set(kinds.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return {
    type: "object",
    properties: Object.fromEntries(
      names.map((name) => {
        const anyOf = kinds.flatMap(({ properties }) => properties?.[name] ?? []);
        const description = anyOf.flatMap((one) => one.description ?? []).join(" ");
        return [name, { anyOf, description }];
      }),
    ),
    required: names.filter((name) => kinds.every(({ required = [] }) => required.includes(name))),
  };
}

/** The type of a schema in words. */
export function typeWords(schema: unknown): string {
  const { $ref, type, enum: values, items, anyOf, oneOf, additionalProperties, ...rest } = schema as Schema;
  if ($ref) return nameOf($ref);
  if (oneOf) return "object";
  if (anyOf) return [...new Set(anyOf.map(typeWords))].join(" or ");
  if (rest.const !== undefined) return JSON.stringify(rest.const);
  if (values) return `one of ${values.map(String).join(", ")}`;
  if (Array.isArray(type)) return type.map((one) => typeWords({ ...rest, type: one, items })).join(" or ");
  if (type === "array") {
    const inner = items && !items.properties ? typeWords(items) : "objects";
    return `list of ${inner}${rest.maxItems === undefined ? "" : `, at most ${rest.maxItems}`}`;
  }
  if (type === "object")
    return typeof additionalProperties === "object" ? `object of ${typeWords(additionalProperties)}` : "object";
  if (type === "string") return rest.maxLength === undefined ? "text" : `text, at most ${rest.maxLength} characters`;
  if (type === "integer" || type === "number") return `${type === "integer" ? "whole number" : "number"}${range(rest)}`;
  return type === "boolean" ? "true or false" : String(type ?? "any value");
}

const range = ({ minimum, maximum }: Schema): string =>
  minimum === undefined || maximum === undefined || Math.abs(minimum) === Number.MAX_SAFE_INTEGER
    ? ""
    : `, ${minimum} to ${maximum}`;

const nameOf = (reference: string): string => reference.split("/").at(-1) ?? reference;

function references({ $ref, items, anyOf = [], additionalProperties }: Schema): string[] {
  return [
    ...($ref ? [nameOf($ref)] : []),
    ...(items ? references(items) : []),
    ...anyOf.flatMap(references),
    ...(typeof additionalProperties === "object" ? references(additionalProperties) : []),
  ];
}
