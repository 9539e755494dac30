import { z } from "zod";
import { nearest } from "../../catalog/nearest.ts";
import type { CheckFinding } from "../check.ts";

export type Path = readonly (string | number)[];

/** A parsed text that knows where each of its values stands. */
export interface Parsed {
  value: unknown;
  /** Why it does not parse; the value is then undefined. */
  faults: CheckFinding[];
  /** The line of the deepest part of a path that exists, from 1. */
  line(path: Path): number;
}

/** Nobody mends more unknown keys than these at a time. */
const MOST_KEYS = 50;

/** What a schema has to say against a document, each point at its line. `code` names the format: `pyproject`. */
export function schemaFindings(schema: z.ZodType, parsed: Parsed, code: string): CheckFinding[] {
  const result = schema.safeParse(parsed.value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue): CheckFinding[] => {
    const path = issue.path as Path;
    if (issue.code === "unrecognized_keys")
      return issue.keys
        .slice(0, MOST_KEYS)
        .map((key) => unknownKey(schema, path, key, parsed.line([...path, key]), code));
    const name = words(path);
    return [
      {
        code: `${code}-schema`,
        message: name ? `\`${name}\`: ${lowerFirst(issue.message)}.` : `${issue.message}.`,
        mend: name ? `Give \`${name}\` the form its format asks for.` : "Write what the format asks for.",
        line: parsed.line(path),
      },
    ];
  });
}

function unknownKey(schema: z.ZodType, path: Path, key: string, line: number, code: string): CheckFinding {
  const near = nearest(key, fieldsAt(schema, path));
  return {
    code: `${code}-unknown`,
    message: `\`${key}\` is not a field ${path.length > 0 ? `of \`${words(path)}\`` : "of this file"}.`,
    mend: near ? `Did you mean \`${near}\`?` : "Remove it, or put it where its format has it.",
    line,
  };
}

/** The names a schema allows at a path. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let here: unknown = schema;
  for (const step of path) {
    here = bare(here);
    if (here instanceof z.ZodObject) here = here.shape[step as string];
    else if (here instanceof z.ZodRecord) here = here.valueType;
    else if (here instanceof z.ZodArray) here = here.element;
    else return [];
  }
  here = bare(here);
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

const bare = (schema: unknown): unknown => (schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema);

/** A path as people write it: `project.authors[0].name`. */
const words = (path: Path): string =>
  path.map((step, index) => (typeof step === "number" ? `[${step}]` : `${index > 0 ? "." : ""}${step}`)).join("");

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
