import type { FieldType } from "../../catalog/structure/resource.ts";
import type { FieldDesign } from "../../design/design.ts";
import { decimalSample, integerSample, type NumberSample } from "./sample-numbers.ts";
import { lengthBreaches, textSample } from "./sample-texts.ts";

/** What a field's enum class is called in Python; null for other fields. */
export type EnumClass = string | null;

/**
 * How tests write one type of field, as Python expressions. In `body` and `value` the Python variable `n` (0 to 9)
 * tells samples apart.
 */
export interface FieldSample {
  /** The value as a client sends it in JSON. */
  body: string;
  /** The same value in the domain. */
  value: string;
  /** How many different values `n` gives: 1, or 10 unless the limits allow fewer. */
  capacity: number;
  /** JSON values that must be refused: wrong type first, then outside each limit. */
  refused: readonly string[];
  /** Domain values outside the field's limits. */
  breaches: readonly string[];
  /** A Hypothesis strategy for anything within the limits. */
  strategy: string;
}

type Writer = (field: FieldDesign, enumClass: string) => FieldSample;

const text = (field: FieldDesign, wrong: string, strategy: string): FieldSample => {
  const { expression, capacity } = textSample(field);
  const lengths = lengthBreaches(field);
  return {
    body: expression,
    value: expression,
    capacity,
    refused: ["1", ...(wrong ? [wrong] : []), ...lengths],
    breaches: [...(wrong ? [wrong] : []), ...lengths],
    strategy,
  };
};

const number = (
  sample: NumberSample,
  wrong: readonly string[],
  strategy: string,
  asBody: (literal: string) => string,
): FieldSample => ({
  body: sample.body,
  value: sample.value,
  capacity: sample.capacity,
  refused: [...wrong, ...sample.outside.map(asBody)],
  breaches: sample.outside,
  strategy,
});

const fixed = (
  capacity: number,
  body: string,
  value: string,
  refused: readonly string[],
  strategy: string,
  breaches: readonly string[] = [],
): FieldSample => ({
  body,
  value,
  capacity,
  refused,
  breaches,
  strategy,
});

/** Text that every check and PostgreSQL accept: anything but NUL and surrogates. */
const ANY_TEXT = 'st.characters(codec="utf-8", exclude_characters="\\x00")';
const anyText = ({ minLength = 0, maxLength = 40 }: FieldDesign): string =>
  `st.text(${ANY_TEXT}, min_size=${minLength}, max_size=${Math.max(minLength, Math.min(maxLength, 40))})`;
const anySample = (field: FieldDesign): string => `st.integers(0, 9).map(lambda n: ${textSample(field).expression})`;
const memberOf = (enumClass: string, value: string): string => `${enumClass}.${value.toUpperCase()}`;

const WRITERS: Readonly<Record<FieldType, Writer>> = {
  str: (field) => {
    const written = text(field, "", anyText(field));
    return { ...written, breaches: [...written.breaches, '"\\x00"'] };
  },
  email: (field) => text(field, '"nobody"', anySample(field)),
  url: (field) => text(field, '"ftp://example.com/"', anySample(field)),
  int: (field) =>
    number(integerSample(field), ['"1"', "1.5", "True"], integerSample(field).strategy, (literal) => literal),
  decimal: (field) =>
    number(decimalSample(field), ['"many"'], decimalSample(field).strategy, (literal) =>
      literal.replace("Decimal(", "").replace(")", ""),
    ),
  bool: () => fixed(2, "n % 2 == 0", "n % 2 == 0", ['"true"', "1"], "st.booleans()"),
  date: () => fixed(10, 'f"2030-01-{n + 1:02}"', "date(2030, 1, n + 1)", ['"soon"', "1"], "st.dates()"),
  datetime: () =>
    fixed(
      10,
      'f"2030-01-{n + 1:02}T09:00:00Z"',
      "datetime(2030, 1, n + 1, 9, tzinfo=UTC)",
      ['"soon"', '"2030-01-01T09:00:00"'],
      "st.datetimes(timezones=st.just(UTC))",
      ['datetime.fromisoformat("2030-01-01T09:00:00")'],
    ),
  enum: ({ values = [] }, enumClass) => {
    const [first = "", ...more] = values;
    const members = values.slice(0, 10);
    const pick = (all: readonly string[]) =>
      more.length === 0 ? (all[0] as string) : `(${all.join(", ")})[n % ${all.length}]`;
    return fixed(
      members.length,
      first === "" ? '""' : pick(members.map((value) => `"${value}"`)),
      pick(members.map((value) => memberOf(enumClass, value))),
      ['"no-such-value"', "1"],
      `st.sampled_from(${enumClass})`,
    );
  },
  uuid: () => fixed(10, "str(UUID(int=n + 1))", "UUID(int=n + 1)", ['"no-uuid"', "1"], "st.uuids()"),
  json: () =>
    fixed(
      10,
      '{"sample": n}',
      '{"sample": n}',
      ['"text"', "1"],
      "st.dictionaries(st.text(ASCII, max_size=8), st.none() | st.booleans() | st.integers(-9, 9) | st.text(ASCII), max_size=3)",
    ),
};

/** The samples of one field. */
export const sampleOf = (field: FieldDesign, enumClass: EnumClass): FieldSample =>
  WRITERS[field.type](field, enumClass ?? "");
