const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/**
 * When something happened, in words: relative within a day, a date after (FACE, "Words").
 * @param at ISO 8601
 * @param now milliseconds since 1970, given by the caller because this is pure
 */
export function whenWords(at: string, now: number): string {
  const then = Date.parse(at);
  const ago = now - then;
  if (ago < MINUTE) return "just now";
  if (ago < HOUR) return counted(Math.floor(ago / MINUTE), "minute");
  if (ago < DAY) return counted(Math.floor(ago / HOUR), "hour");
  const date = new Date(then);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"} ago`;
