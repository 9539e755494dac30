import type { z } from "zod";
import { err, ok, type Problem, type Result } from "../result.ts";
import { dotted } from "./guard.ts";
import { quoted } from "./names.ts";
import { nearest } from "./nearest.ts";

const KIND: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "null",
};

const kindOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "a list" : (KIND[typeof value] ?? "nothing");

const shown = (value: unknown): string => {
  if (typeof value === "string") return quoted(value);
  return typeof value === "object" && value !== null ? kindOf(value) : String(value);
};

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value === null || typeof value !== "object" ? undefined : (value as Record<PropertyKey, unknown>)[key],
    root,
  );
}

const listed = (ids: readonly unknown[]): string => `Use one of ${ids.map(String).join(", ")}.`;

function problemsOf(issue: z.core.$ZodIssue, input: unknown, base: string, keys: readonly string[]): Problem[] {
  const path = dotted(issue.path, base);
  const value = valueAt(input, issue.path);
  const one = (code: string, message: string, hint: string): Problem[] => [{ path, code, message, hint }];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const near = nearest(key, keys);
      return {
        path: dotted([...issue.path, key], base),
        code: "unknown_key",
        message: `"${key.slice(0, 60)}" is not a key here.`,
        hint: near ? `Did you mean "${near}"?` : "Remove it.",
      };
    });
  }
  if (value === undefined)
    return one("missing", "This is missing.", issue.code === "invalid_value" ? listed(issue.values) : "Add it.");
  if (issue.code === "invalid_value") {
    const near = typeof value === "string" ? nearest(value, issue.values.map(String)) : null;
    return one(
      "unknown_option",
      `${shown(value)} is not one of the options.`,
      `${near ? `Did you mean "${near}"? ` : ""}${listed(issue.values)}`,
    );
  }
  if (issue.code === "invalid_type")
    return one(
      "wrong_type",
      `This is ${kindOf(value)}; it has to be ${KIND[issue.expected] ?? issue.expected}.`,
      "Change its type.",
    );
  if (issue.code === "too_small" || issue.code === "too_big") return sizeProblem(issue, value, path);
  if (issue.code === "invalid_format")
    return one(
      "invalid",
      `${shown(value)} is not written as it has to be.`,
      "Copy it again, from its first character to its last.",
    );
  return one("invalid", issue.message, "Change it.");
}

function sizeProblem(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  value: unknown,
  path: string,
): Problem[] {
  const small = issue.code === "too_small";
  const limit = Number(small ? issue.minimum : issue.maximum);
  const bound = `${small ? "at least" : "at most"} ${limit}`;
  if (typeof value === "string") {
    return value === ""
      ? [{ path, code: "empty", message: "This text is empty.", hint: "Write it out." }]
      : [
          {
            path,
            code: small ? "too_short" : "too_long",
            message: `This text has ${value.length} characters; ${bound} are allowed.`,
            hint: small ? "Say a little more." : `Shorten it by ${value.length - limit}.`,
          },
        ];
  }
  if (Array.isArray(value)) {
    return [
      {
        path,
        code: small ? "too_few" : "too_many",
        message: `This list has ${value.length} entries; ${bound} ${limit === 1 ? "is" : "are"} ${small ? "needed" : "allowed"}.`,
        hint: small ? "Add one." : `Remove ${value.length - limit}.`,
      },
    ];
  }
  return [
    {
      path,
      code: "out_of_range",
      message: `${shown(value)} is too ${small ? "small" : "large"}.`,
      hint: `Use a number that is ${bound}.`,
    },
  ];
}

/** The keys an object schema knows at a path, for "did you mean". */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let here: unknown = schema;
  const inner = (def: unknown): unknown => {
    let current = def as { _zod?: { def: { innerType?: unknown } } } | undefined;
    while (current?._zod?.def.innerType) current = current._zod.def.innerType as typeof current;
    return current;
  };
  for (const key of path) {
    const def = (inner(here) as { _zod?: { def: { element?: unknown; shape?: Record<string, unknown> } } } | undefined)
      ?._zod?.def;
    here = typeof key === "number" ? def?.element : def?.shape?.[String(key)];
  }
  const def = (inner(here) as { _zod?: { def: { shape?: Record<string, unknown> } } } | undefined)?._zod?.def;
  return Object.keys(def?.shape ?? {});
}

/** Reads a value by its schema; every fault becomes one problem below `base`, in words. */
export function shaped<T>(schema: z.ZodType<T>, value: unknown, base: string): Result<T> {
  const read = schema.safeParse(value);
  if (read.success) return ok(read.data);
  const told = new Set<string>();
  const problems = read.error.issues.flatMap((issue) => {
    const unknown = issue.code === "unrecognized_keys";
    const found = problemsOf(issue, value, base, unknown ? keysAt(schema, issue.path) : []);
    const fresh = found.filter(({ path }) => unknown || !told.has(path));
    for (const { path } of fresh) told.add(path);
    return fresh;
  });
  return err(problems);
}
