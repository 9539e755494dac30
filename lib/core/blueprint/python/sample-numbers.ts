import type { FieldDesign } from "../../design/design.ts";

/** Samples of a number, as Python expressions in which `n` is 0 to 9. */
export interface NumberSample {
  body: string;
  value: string;
  capacity: number;
  /** Numbers just outside the limits. */
  outside: readonly string[];
  strategy: string;
}

/** What a 32-bit column holds; used where the person gave no limit. */
const INT_MAX = 2_147_483_647;

const plus = (base: number, what: string): string =>
  base === 0 ? what : `${what} ${base < 0 ? "-" : "+"} ${Math.abs(base)}`;

/** Whole numbers from the lower limit upwards (or up to the upper one); within ten values of each other. */
export function integerSample({ minimum, maximum }: FieldDesign): NumberSample {
  const low = minimum ?? (maximum === undefined ? 1 : Math.min(1, maximum - 9));
  const capacity = Math.min(10, (maximum ?? low + 9) - low + 1);
  const expression = capacity === 10 ? plus(low, "n") : capacity === 1 ? String(low) : plus(low, `n % ${capacity}`);
  return {
    body: expression,
    value: expression,
    capacity,
    outside: [
      ...(minimum === undefined ? [] : [String(minimum - 1)]),
      ...(maximum === undefined ? [] : [String(maximum + 1)]),
    ],
    strategy: `st.integers(${minimum ?? -INT_MAX}, ${maximum ?? INT_MAX})`,
  };
}

/** A decimal counted in its smallest unit, so that no step rounds. */
const units = (value: number, places: number, round: "up" | "down"): bigint => {
  const [whole = "0", fraction = ""] = plain(Math.abs(value)).split(".");
  const exact = BigInt(whole + fraction.slice(0, places).padEnd(places, "0"));
  const rest = /[1-9]/.test(fraction.slice(places)) ? 1n : 0n;
  const negative = value < 0;
  const magnitude = exact + ((round === "up") === negative ? 0n : rest);
  return negative ? -magnitude : magnitude;
};

/** A number without an exponent. */
const plain = (value: number): string =>
  value.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 });

const written = (count: bigint, places: number): string => {
  const digits = (count < 0n ? -count : count).toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return count < 0n ? `-${text}` : text;
};

/** Digits and places where the person gave none; as the columns of the service have them. */
export const DECIMAL_DEFAULT = { digits: 18, places: 2 } as const;

/** Decimals from the lower limit upwards, all with the field's number of places, so that they read back as sent. */
export function decimalSample({
  minimum,
  maximum,
  digits = DECIMAL_DEFAULT.digits,
  places = DECIMAL_DEFAULT.places,
}: FieldDesign): NumberSample {
  const most = 10n ** BigInt(digits) - 1n;
  const low = minimum === undefined ? -most : larger(units(minimum, places, "up"), -most);
  const high = maximum === undefined ? most : smaller(units(maximum, places, "down"), most);
  const one = 10n ** BigInt(places);
  const step = high - low >= 9n * one ? one : 1n;
  const start = minimum !== undefined ? low : smaller(step, high - 9n * step);
  const capacity = Number(smaller(10n, (high - start) / step + 1n));
  const pick = capacity === 10 ? "n" : `n % ${capacity}`;
  const value =
    capacity === 1
      ? `Decimal("${written(start, places)}")`
      : step === one
        ? `Decimal("${written(start, places)}") + ${pick}`
        : `Decimal("${written(start, places)}") + Decimal("${written(1n, places)}") * (${pick})`;
  const beyond = [...(minimum === undefined ? [] : [low - 1n]), ...(maximum === undefined ? [] : [high + 1n])];
  return {
    body: capacity === 1 ? `"${written(start, places)}"` : `str(${value})`,
    value,
    capacity,
    outside: [
      ...beyond.map((count) => `Decimal("${written(count, places)}")`),
      `Decimal("${written(0n, places + 1).slice(0, -1)}1")`,
      `Decimal("1${"0".repeat(digits - places)}")`,
    ],
    strategy: `st.decimals(Decimal("${written(low, places)}"), Decimal("${written(high, places)}"), places=${places})`,
  };
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
