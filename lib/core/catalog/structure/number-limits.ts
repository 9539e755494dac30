import type { Problem } from "../../result.ts";
import type { Field } from "./resource.ts";

/** Numbers beyond 2^53 - 1 lose digits in JSON. */
const LARGEST = Number.MAX_SAFE_INTEGER;
const MOST_DIGITS = 38;

/** Refusals of the range of a number. */
export function rangeProblems({ type, minimum, maximum }: Field, path: string): Problem[] {
  if (type !== "int" && type !== "decimal") return [];
  const problems: Problem[] = [];
  for (const [name, value] of [
    ["minimum", minimum],
    ["maximum", maximum],
  ] as const) {
    if (value === undefined) continue;
    if (type === "int" && !Number.isInteger(value))
      problems.push({
        path: `${path}.${name}`,
        code: "not_whole",
        message: `${name} is ${value}, but an int field holds whole numbers.`,
        hint: `Write ${Math.round(value)}, or make the field a decimal.`,
      });
    else if (Math.abs(value) > LARGEST)
      problems.push({
        path: `${path}.${name}`,
        code: "out_of_range",
        message: `${name} is beyond ${LARGEST}, where numbers lose digits in JSON.`,
        hint: "Choose a smaller limit.",
      });
  }
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) {
    problems.push({
      path: `${path}.minimum`,
      code: "limits_cross",
      message: `minimum ${minimum} is more than maximum ${maximum}, so no number fits.`,
      hint: `Lower minimum to ${maximum} or less.`,
    });
  }
  return problems;
}

/** Refusals of the digits of a decimal, and of a range that does not fit them. */
export function decimalProblems({ type, digits, places, minimum, maximum }: Field, path: string): Problem[] {
  if (type !== "decimal") return [];
  const problems: Problem[] = [];
  if (digits !== undefined && (digits < 1 || digits > MOST_DIGITS))
    problems.push({
      path: `${path}.digits`,
      code: "out_of_range",
      message: `digits is ${digits}; a decimal has 1 to ${MOST_DIGITS} digits in all.`,
      hint: "Choose a number such as 10.",
    });
  if (places !== undefined && (places < 0 || places > MOST_DIGITS))
    problems.push({
      path: `${path}.places`,
      code: "out_of_range",
      message: `places is ${places}; a decimal has 0 to ${MOST_DIGITS} digits after the point.`,
      hint: "Choose a number such as 2.",
    });
  if ((digits === undefined) !== (places === undefined)) {
    const missing = digits === undefined ? "digits" : "places";
    problems.push({
      path: `${path}.${missing}`,
      code: "missing_limit",
      message: `digits and places go together; ${missing} is missing.`,
      hint:
        missing === "digits" ? "Add digits, the number of digits in all." : "Add places, the digits after the point.",
    });
  }
  if (problems.length > 0 || digits === undefined || places === undefined) return problems;
  if (places > digits)
    return [
      {
        path: `${path}.places`,
        code: "limits_cross",
        message: `places ${places} is more than digits ${digits}.`,
        hint: `Lower places to ${digits} or less.`,
      },
    ];
  for (const [name, value] of [
    ["minimum", minimum],
    ["maximum", maximum],
  ] as const) {
    if (value === undefined) continue;
    if (Math.abs(value) >= 10 ** (digits - places))
      problems.push({
        path: `${path}.${name}`,
        code: "out_of_range",
        message: `${name} ${value} needs more than ${digits - places} digits before the point.`,
        hint: "Raise digits, or choose a smaller limit.",
      });
    else if (places <= 15 && Number(value.toFixed(places)) !== value)
      problems.push({
        path: `${path}.${name}`,
        code: "out_of_range",
        message: `${name} ${value} has more than ${places} digits after the point.`,
        hint: "Raise places, or round the limit.",
      });
  }
  return problems;
}
