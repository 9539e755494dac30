import type { FieldDesign } from "../../design/design.ts";

/** Forms of each kind of text, longest first: what stands before and after the number and where padding may go. */
interface Form {
  before: string;
  after: string;
}

const FORMS: Readonly<Record<"str" | "email" | "url", readonly Form[]>> = {
  str: [{ before: "", after: "" }],
  email: [
    { before: "person-", after: "@example.com" },
    { before: "p", after: "@a.io" },
    { before: "", after: "@a.io" },
  ],
  url: [
    { before: "https://example.com/", after: "" },
    { before: "http://a.io/", after: "" },
  ],
};

const lengthOf = ({ before, after }: Form): number => before.length + 1 + after.length;

/**
 * A Python expression for a text within the field's limits, made different by the digit `n`. Text fields spell their
 * own name as far as it fits; short limits fall back to shorter forms, long ones are filled up before the number.
 */
export function textSample(field: FieldDesign): { expression: string; capacity: number } {
  const kind = field.type as keyof typeof FORMS;
  const most = field.maxLength ?? Number.POSITIVE_INFINITY;
  const forms =
    kind === "str" ? [{ before: `${field.name.replaceAll("_", "-")}-`, after: "" }, ...FORMS.str] : FORMS[kind];
  const fitting = forms.find((form) => lengthOf(form) <= most);
  if (!fitting) return { expression: '""', capacity: 1 };
  const missing = Math.max(0, (field.minLength ?? 0) - lengthOf(fitting));
  return { expression: expressionOf(fitting, missing), capacity: 10 };
}

function expressionOf({ before, after }: Form, missing: number): string {
  if (missing === 0) return `f"${before}{n}${after}"`;
  if (missing <= 20) return `f"${before}${"x".repeat(missing)}{n}${after}"`;
  return `"${before}" + "x" * ${missing} + f"{n}${after}"`;
}

/** Texts that are one character too short or too long, as Python expressions. */
export function lengthBreaches({ minLength = 0, maxLength }: FieldDesign): string[] {
  const short = minLength === 0 ? [] : [minLength === 1 ? '""' : `"x" * ${minLength - 1}`];
  return [...short, ...(maxLength === undefined ? [] : [`"x" * ${maxLength + 1}`])];
}
