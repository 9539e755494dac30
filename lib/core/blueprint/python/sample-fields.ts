import type { FieldType } from "../../catalog/structure/resource.ts";
import type { FieldDesign } from "../../design/design.ts";
import { decimalSample, integerSample } from "./sample-numbers.ts";
import { lengthBreaches, textSample } from "./sample-texts.ts";

/**
 * How tests write one type of field, as Python expressions. In `body` and `value` the Python variable `n` (0 to 9)
 * tells samples apart.
 */
export interface FieldSample {
  /** The value as a client sends it in JSON. */
  body: string;
  /** The same value in the domain. */
  value: string;
  /** How many different values `n` gives: 10, or fewer where the limits allow no more. */
  capacity: number;
  /** JSON values that must be refused: of the wrong type, then outside each limit. */
  refused: readonly string[];
  /** Domain values outside the field's limits. */
  breaches: readonly string[];
  /** A Hypothesis strategy for anything within the limits. */
  strategy: string;
}

type Writer = (field: FieldDesign, enumClass: string) => FieldSample;

/** Text that the domain and PostgreSQL accept: anything but NUL and surrogates. */
const ANY_TEXT = 'st.characters(codec="utf-8", exclude_characters="\\x00")';
/** Longest text that property tests try; longer ones find nothing more. */
const TRIED_LENGTH = 40;

/** Texts longer than that are too much for Hypothesis: the samples stand in. */
const anyText = (field: FieldDesign): string => {
  const { minLength = 0, maxLength = TRIED_LENGTH } = field;
  if (minLength > TRIED_LENGTH) return anySample(field);
  return `st.text(${ANY_TEXT}, min_size=${minLength}, max_size=${Math.min(maxLength, TRIED_LENGTH)})`;
};

const anySample = (field: FieldDesign): string => `st.integers(0, 9).map(lambda n: ${textSample(field)})`;

/** Text of a form: property tests try the samples only, since their form is all there is to vary. */
function formed(field: FieldDesign, wrong: string): FieldSample {
  const expression = textSample(field);
  const outside = [wrong, ...lengthBreaches(field)];
  return {
    body: expression,
    value: expression,
    capacity: 10,
    refused: ["1", ...outside],
    breaches: outside,
    strategy: anySample(field),
  };
}

function chosen({ values = [] }: FieldDesign, enumClass: string): FieldSample {
  const all = values.slice(0, 10);
  const pick = (written: readonly string[]) =>
    written.length === 1 ? (written[0] as string) : `(${written.join(", ")})[n % ${written.length}]`;
  return {
    body: pick(all.map((value) => `"${value}"`)),
    value: pick(all.map((value) => `${enumClass}.${value.toUpperCase()}`)),
    capacity: all.length,
    refused: ['"no-such-value"', "1"],
    breaches: [],
    strategy: `st.sampled_from(${enumClass})`,
  };
}

/** A type without limits of its own: the same for every field. */
const fixed = (sample: Omit<FieldSample, "capacity" | "breaches"> & Partial<FieldSample>): Writer => {
  const whole: FieldSample = { capacity: 10, breaches: [], ...sample };
  return () => whole;
};

const WRITERS: Readonly<Record<FieldType, Writer>> = {
  str: (field) => ({
    body: textSample(field),
    value: textSample(field),
    capacity: 10,
    refused: ["1", '"\\x00"', ...lengthBreaches(field)],
    breaches: ['"\\x00"', ...lengthBreaches(field)],
    strategy: anyText(field),
  }),
  email: (field) => formed(field, '"nobody"'),
  url: (field) => formed(field, '"ftp://example.com/"'),
  int: (field) => {
    const { expression, outside, ...sample } = integerSample(field);
    return {
      ...sample,
      body: expression,
      value: expression,
      refused: ['"1"', "1.5", "True", ...outside],
      breaches: outside,
    };
  },
  decimal: (field) => {
    const { outside, ...sample } = decimalSample(field);
    return {
      ...sample,
      refused: ['"many"', ...outside.map((literal) => `"${literal}"`)],
      breaches: outside.map((literal) => `Decimal("${literal}")`),
    };
  },
  bool: fixed({
    body: "n % 2 == 0",
    value: "n % 2 == 0",
    capacity: 2,
    refused: ['"true"', "1"],
    strategy: "st.booleans()",
  }),
  date: fixed({
    body: 'f"2030-01-{n + 1:02}"',
    value: "date(2030, 1, n + 1)",
    refused: ['"soon"', "1"],
    strategy: "st.dates()",
  }),
  datetime: fixed({
    body: 'f"2030-01-{n + 1:02}T09:00:00Z"',
    value: "datetime(2030, 1, n + 1, 9, tzinfo=UTC)",
    refused: ['"soon"', '"2030-01-01T09:00:00"'],
    breaches: ['datetime.fromisoformat("2030-01-01T09:00:00")'],
    strategy: "st.datetimes(timezones=st.just(UTC))",
  }),
  enum: chosen,
  uuid: fixed({
    body: "str(UUID(int=n + 1))",
    value: "UUID(int=n + 1)",
    refused: ['"no-uuid"', "1"],
    strategy: "st.uuids()",
  }),
  json: fixed({
    body: '{"sample": n}',
    value: '{"sample": n}',
    refused: ['"text"', "1"],
    breaches: ['{"sample": float("nan")}'],
    strategy:
      "st.dictionaries(st.text(string.printable, max_size=8), st.none() | st.booleans() | st.integers(-9, 9), max_size=3)",
  }),
};

/**
 * The samples of one field.
 * @param enumClass the Python class of an enum field; other types ignore it
 */
export const sampleOf = (field: FieldDesign, enumClass: string): FieldSample => WRITERS[field.type](field, enumClass);
