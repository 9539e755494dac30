import type { DecisionLive, DecisionText } from "./decision-view.ts";

const NO = new Set<unknown>(["none", false]);

/** An answer in a summary; a gate without a yes says what that means. */
export function summaryWords(
  { gate, presence, silent }: Pick<DecisionText, "gate" | "presence" | "silent">,
  now: Pick<DecisionLive, "answered" | "value" | "words">,
): string {
  if (!now.answered && silent && !gate) return "None";
  if (!now.answered)
    return gate ? "No answer, so no: will be completely excluded" : presence === "optional" ? "Left open" : "Open";
  return gate && NO.has(now.value) ? "No: will be completely excluded" : now.words;
}
