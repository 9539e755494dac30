import type { FieldDesign } from "../../design/design.ts";

/** Samples of a whole number; `expression` is Python in which `n` is 0 to 9, `outside` are numbers past the limits. */
export interface IntegerSample {
  expression: string;
  capacity: number;
  outside: readonly string[];
  strategy: string;
}

/** Whole numbers that every JSON reader keeps exact; the service refuses larger ones. */
const INT_MAX = Number.MAX_SAFE_INTEGER;

const plus = (base: number, what: string): string =>
  base === 0 ? what : `${what} ${base < 0 ? "-" : "+"} ${Math.abs(base)}`;

/** `n`, or `n` folded into as many values as there are; null when there is only one. */
const choice = (capacity: number): string | null => (capacity === 1 ? null : capacity === 10 ? "n" : `n % ${capacity}`);

/** The smallest and largest whole number that tests use: from the lower limit upwards, or down from the upper one. */
export function integerRange({ minimum, maximum }: FieldDesign): { low: bigint; high: bigint } {
  const low = minimum ?? Math.min(1, (maximum ?? INT_MAX) - 9);
  return { low: BigInt(low), high: BigInt(maximum ?? INT_MAX) };
}

/** Whole numbers from the lower limit upwards, or up to the upper one; at most ten different ones. */
export function integerSample(field: FieldDesign): IntegerSample {
  const { minimum, maximum } = field;
  const low = Number(integerRange(field).low);
  const capacity = Math.min(10, (maximum ?? INT_MAX) - low + 1);
  const varied = choice(capacity);
  return {
    expression: varied === null ? String(low) : plus(low, varied),
    capacity,
    outside: [
      ...(minimum === undefined ? [] : [String(minimum - 1)]),
      ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ],
    strategy: `st.integers(${minimum ?? -INT_MAX}, ${maximum ?? INT_MAX})`,
  };
}

/** Samples of a decimal; `outside` are literals past the limits, without quotes. */
export interface DecimalSample {
  body: string;
  value: string;
  capacity: number;
  outside: readonly string[];
  strategy: string;
}

/** Digits and places where the person gave none; as the columns of the service have them. */
export const DECIMAL_DEFAULT = { digits: 18, places: 2 } as const;

/** The smallest and largest allowed number, counted in the smallest unit so that nothing rounds. */
export function decimalRange({
  minimum,
  maximum,
  digits = DECIMAL_DEFAULT.digits,
  places = DECIMAL_DEFAULT.places,
}: FieldDesign): {
  low: bigint;
  high: bigint;
  places: number;
  digits: number;
} {
  const most = 10n ** BigInt(digits) - 1n;
  const low = minimum === undefined ? -most : larger(units(minimum, places, "up"), -most);
  const high = maximum === undefined ? most : smaller(units(maximum, places, "down"), most);
  return { low, high, places, digits };
}

/** Decimals from the lower limit upwards, all with the field's number of places, so that they read back as sent. */
export function decimalSample(field: FieldDesign): DecimalSample {
  const { low, high, places, digits } = decimalRange(field);
  const one = 10n ** BigInt(places);
  const step = high - low >= 9n * one ? one : 1n;
  const start = field.minimum === undefined ? smaller(step, high - 9n * step) : low;
  const capacity = Number(smaller(10n, (high - start) / step + 1n));
  const varied = choice(capacity);
  const first = `Decimal("${written(start, places)}")`;
  const growth = step === one ? varied : `Decimal("${written(1n, places)}") * ${varied === "n" ? "n" : `(${varied})`}`;
  const value = varied === null ? first : `${first} + ${growth}`;
  return {
    body: `str(${value})`,
    value,
    capacity,
    outside: [
      ...(field.minimum === undefined ? [] : [written(low - 1n, places)]),
      ...(field.maximum === undefined ? [] : [written(high + 1n, places)]),
      `0.${"0".repeat(places)}1`,
      `1${"0".repeat(digits - places)}`,
    ],
    strategy: `st.decimals(Decimal("${written(low, places)}"), Decimal("${written(high, places)}"), places=${places})`,
  };
}

/** A limit in the smallest units; a limit between two of them is rounded to the inside. */
function units(value: number, places: number, towards: "up" | "down"): bigint {
  const [whole = "0", fraction = ""] = plain(Math.abs(value)).split(".");
  const exact = BigInt(whole + fraction.slice(0, places).padEnd(places, "0"));
  const grows = (towards === "up") !== value < 0;
  const magnitude = exact + (grows && /[1-9]/.test(fraction.slice(places)) ? 1n : 0n);
  return value < 0 ? -magnitude : magnitude;
}

/** A number without an exponent. */
const plain = (value: number): string =>
  value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });

/** A count of smallest units as a decimal literal. */
export function written(count: bigint, places: number): string {
  const digits = (count < 0n ? -count : count).toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return count < 0n ? `-${text}` : text;
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
