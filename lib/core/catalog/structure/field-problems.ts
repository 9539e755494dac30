import type { Problem } from "../../result.ts";
import { linesProblems } from "../text-rules.ts";
import { decimalProblems, rangeProblems } from "./number-limits.ts";
import { fieldNameProblems, memberProblems } from "./part-names.ts";
import type { Field, FieldType } from "./resource.ts";

type Limit = Exclude<keyof Field, "name" | "type" | "required" | "unique">;

/** Which types may carry which limit. */
export const LIMITS_OF: Record<Limit, readonly FieldType[]> = {
  min_length: ["str", "email", "url"],
  max_length: ["str", "email", "url"],
  minimum: ["int", "decimal"],
  maximum: ["int", "decimal"],
  digits: ["decimal"],
  places: ["decimal"],
  values: ["enum"],
};

/** Types whose values can be told apart often enough to be unique, and that a database can index. */
const NEVER_UNIQUE: Partial<Record<FieldType, string>> = {
  json: "a database cannot keep JSON documents unique",
  bool: "only two resources could ever exist",
  enum: "only as many resources could exist as it has values",
};

/** Longest text of a field; more belongs in a file store. */
export const LONGEST_TEXT = 10_000;
/** An entry of a PostgreSQL B-tree has at most 2,704 bytes; a character takes up to four. */
const LONGEST_UNIQUE = 600;

/** Refusals of one field of a resource. */
export function fieldProblems(field: Field, path: string): Problem[] {
  return [
    ...fieldNameProblems(field.name, `${path}.name`),
    ...misplaced(field, path),
    ...uniqueProblems(field, path),
    ...lengthProblems(field, path),
    ...rangeProblems(field, path),
    ...decimalProblems(field, path),
    ...enumProblems(field, path),
  ];
}

function misplaced(field: Field, path: string): Problem[] {
  return (Object.keys(LIMITS_OF) as Limit[])
    .filter((limit) => field[limit] !== undefined && !LIMITS_OF[limit].includes(field.type))
    .map((limit) => ({
      path: `${path}.${limit}`,
      code: "limit_not_for_type",
      message: `A field of type ${field.type} has no ${limit}.`,
      hint: `Remove it; ${limit} is for ${LIMITS_OF[limit].join(", ")}.`,
    }));
}

function uniqueProblems(field: Field, path: string): Problem[] {
  if (!field.unique) return [];
  const never = NEVER_UNIQUE[field.type];
  if (never)
    return [
      {
        path: `${path}.unique`,
        code: "cannot_be_unique",
        message: `A ${field.type} field cannot be unique: ${never}.`,
        hint: "Remove unique.",
      },
    ];
  if (field.minimum !== undefined && field.minimum === field.maximum) {
    return [
      {
        path: `${path}.unique`,
        code: "cannot_be_unique",
        message: `Only the value ${field.minimum} is allowed here, so only one resource could ever exist.`,
        hint: "Widen the limits, or drop unique.",
      },
    ];
  }
  if (field.type === "str" && field.max_length === undefined) {
    return [
      {
        path: `${path}.max_length`,
        code: "missing_limit",
        message: "A unique text needs a max_length, because the database indexes it.",
        hint: "Add max_length, such as 40.",
      },
    ];
  }
  if (field.type === "str" && (field.max_length as number) < 2) {
    return [
      {
        path: `${path}.max_length`,
        code: "too_small",
        message: "A unique text of one character leaves room for a few dozen resources only.",
        hint: "Allow at least 2 characters, or drop unique.",
      },
    ];
  }
  if ((field.max_length ?? 0) > LONGEST_UNIQUE || (field.min_length ?? 0) > LONGEST_UNIQUE) {
    return [
      {
        path: `${path}.max_length`,
        code: "too_long",
        message: `A unique text has at most ${LONGEST_UNIQUE} characters, because an entry of a database index does.`,
        hint: `Lower the limit to ${LONGEST_UNIQUE} or less, or drop unique.`,
      },
    ];
  }
  return [];
}

function lengthProblems({ type, min_length: least, max_length: most }: Field, path: string): Problem[] {
  if (!LIMITS_OF.max_length.includes(type)) return [];
  const largest = type === "email" ? 254 : type === "url" ? 2083 : LONGEST_TEXT;
  // Shortest email and URL that a validator accepts: a@b.co and http://a.co
  const smallest = type === "email" ? 6 : type === "url" ? 11 : 1;
  const problems: Problem[] = [];
  if (most !== undefined && (most < smallest || most > largest)) {
    problems.push({
      path: `${path}.max_length`,
      code: "out_of_range",
      message: `max_length is ${most}; for ${type} it is between ${smallest} and ${largest} characters.`,
      hint: `Choose a number from ${smallest} to ${largest}.`,
    });
  }
  if (least !== undefined && (least < 0 || least > largest)) {
    problems.push({
      path: `${path}.min_length`,
      code: "out_of_range",
      message: `min_length is ${least}; for ${type} it is between 0 and ${largest} characters.`,
      hint: `Choose a number from 0 to ${largest}.`,
    });
  }
  if (least !== undefined && most !== undefined && least > most) {
    problems.push({
      path: `${path}.min_length`,
      code: "limits_cross",
      message: `min_length ${least} is more than max_length ${most}, so no text fits.`,
      hint: `Lower min_length to ${most} or less.`,
    });
  }
  return problems;
}

/** Class names are made from resource and field (`Room` + `kind`: `RoomKind`); these are taken already. */
const TAKEN_BY_CLASSES = new Set([
  "filter",
  "query",
  "states",
  "transition",
  "values",
  "changes",
  "create",
  "change",
  "read",
  "row",
  "service",
  "store",
  "page",
]);

function enumProblems({ type, name, values }: Field, path: string): Problem[] {
  if (type !== "enum") return [];
  if (values === undefined || values.length < 2 || values.length > 20) {
    return [
      {
        path: `${path}.values`,
        code: "enum_values",
        message: `An enum field has 2 to 20 values; this one has ${values?.length ?? 0}.`,
        hint: 'Add values in snake case, such as ["single", "double"].',
      },
    ];
  }
  const taken: Problem[] = TAKEN_BY_CLASSES.has(name)
    ? [
        {
          path: `${path}.name`,
          code: "reserved_name",
          message: `An enum field called "${name}" would get a class that the generated code has already.`,
          hint: `Say what it holds, such as "${name}_kind".`,
        },
      ]
    : [];
  const shape = values.flatMap((value, index) => memberProblems(value, `${path}.values[${index}]`, "The value"));
  return [...taken, ...shape, ...(shape.length > 0 ? [] : linesProblems(values, `${path}.values`))];
}
