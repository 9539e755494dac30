/**
 * Characters of what a person writes about a design, beside its answers. Forms, actions and documents take them from
 * here, so that nothing is typed that would be refused, and nothing is cut in silence.
 */
export const TEXT_LENGTHS = {
  /** Why something is done otherwise, left out or put off. */
  reason: 500,
  /** What should change in a file; it goes into the sub-prompt. */
  change: 2_000,
  /** What a file is for that was added to the plan. */
  purpose: 300,
  /** The name of a group of files. */
  group: 80,
} as const;
