import type { PartialAnswers } from "./answers.ts";

/**
 * Makes the `aboveCeiling` of an option from one sentence per tier that it is too much for (WORKFLOW 1, the tier table;
 * python-standard 1.1 to 1.6, "Ceiling"). A tier that is not named carries the option.
 */
export const overAtTiers =
  (reasons: Partial<Record<1 | 2 | 3 | 4 | 5 | 6, string>>) =>
  (answers: PartialAnswers): string | null =>
    reasons[answers.intake?.tier as keyof typeof reasons] ?? null;

/** Tiers 1 and 2, where the same sentence holds for both. */
export const overAtSmallTiers = (reason: string) => overAtTiers({ 1: reason, 2: reason });
