/** The five dimensions of a review; each scores 0 to 5 in halves. Bases: python-standard 4.1, step 2. */
export const DIMENSIONS = [
  { id: "Clarity", base: 3, asks: "Do the answers say what this is, for whom, and what it is not?" },
  { id: "Completeness", base: 3, asks: "Is everything decided that the repository depends on?" },
  { id: "Maintainability", base: 3, asks: "Can it be kept up for as long as it is meant to live?" },
  { id: "Extensibility", base: 3, asks: "Can it take the next change without a rewrite?" },
  // Risk only measures what is wrong, so it starts higher; the others have to be earned.
  { id: "Risk", base: 4, asks: "What could hurt, and is the effort in proportion?" },
] as const;

export type DimensionId = (typeof DIMENSIONS)[number]["id"];

/** The highest score of one dimension. */
export const DIMENSION_MAX = 5;
