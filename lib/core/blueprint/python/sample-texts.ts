import type { FieldDesign } from "../../design/design.ts";

/** One form of a text: `before`, the digit `n`, `after`, `end`; longer limits are filled up before n or before `end`. */
interface Form {
  before: string;
  after: string;
  end: string;
  fill: "before-n" | "before-end";
}

const form = (before: string, after = "", end = ""): Form => ({
  before,
  after,
  end,
  fill: end === "" ? "before-n" : "before-end",
});

/** Longest field name that its samples repeat, so that lines stay below 100 columns. */
const NAMED = 24;

/** Per type, the nicest form first; the last one is as short as the catalog's smallest limit. */
const FORMS: Readonly<Record<"str" | "email" | "url", readonly Form[]>> = {
  str: [form("")],
  email: [form("person-", "@", "example.com"), form("", "@", "a.io")],
  url: [form("https://example.com/"), form("http://a.io/"), form("http://", ".io")],
};

const lengthOf = ({ before, after, end }: Form): number => before.length + 1 + after.length + end.length;

/**
 * A Python expression for a text within the field's limits, made different by the digit `n`. Text fields spell their
 * own name as far as it fits; short limits fall back to shorter forms, long ones are filled up.
 */
export function textSample(field: FieldDesign, n = "{n}"): string {
  const kind = field.type as keyof typeof FORMS;
  const most = field.maxLength ?? Number.POSITIVE_INFINITY;
  const named = form(`${field.name.length <= NAMED ? field.name.replaceAll("_", "-") : "text"}-`);
  const forms = kind === "str" ? [named, ...FORMS.str] : FORMS[kind];
  const fitting = forms.find((one) => lengthOf(one) <= most) ?? (forms.at(-1) as Form);
  const missing = Math.max(0, (field.minLength ?? 0) - lengthOf(fitting));
  const { before, after, end, fill } = fitting;
  const [head, tail] = fill === "before-n" ? [before, `${n}${after}${end}`] : [`${before}${n}${after}`, end];
  const quote = (text: string) => (text.includes("{") ? `f"${text}"` : `"${text}"`);
  if (missing <= 20) return quote(`${head}${"x".repeat(missing)}${tail}`);
  return [...(head === "" ? [] : [quote(head)]), `"x" * ${missing}`, quote(tail)].join(" + ");
}

/** Texts that are one character too short or too long, as Python expressions. */
export function lengthBreaches({ minLength = 0, maxLength }: FieldDesign): string[] {
  const short = minLength === 0 ? [] : [minLength <= 20 ? `"${"x".repeat(minLength - 1)}"` : `"x" * ${minLength - 1}`];
  return [...short, ...(maxLength === undefined ? [] : [`"x" * ${maxLength + 1}`])];
}
