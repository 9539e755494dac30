import type { Problem } from "../result.ts";

/** Refuses a life of what the owner gives away that is no whole number of days within its limits. */
export const daysProblems = (
  what: "link" | "token",
  days: number,
  { usual, most }: { usual: number; most: number },
): Problem[] =>
  Number.isInteger(days) && days >= 1 && days <= most
    ? []
    : [
        {
          path: "days",
          code: "out-of-range",
          message: `A ${what} lasts from 1 to ${most} days.`,
          hint: `${usual} days are usual; you can make a new one at any time.`,
        },
      ];
