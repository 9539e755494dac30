import { type Signal, WORD_SIGNALS } from "./signals.ts";

/** A negating word up to two words before, in the same clause: "not an enterprise system", "without an SLA". */
const NEGATED = /\b(no|not|non|never|without|neither|nor|isn't|aren't|doesn't|don't|won't)[\s-]+(?:[\w'-]+\s+){0,2}$/;

const PATTERNS = WORD_SIGNALS.map((signal) => ({
  signal,
  pattern: new RegExp(`(?<![\\w-])${signal.pattern}(?![\\w])`, "g"),
}));

/**
 * The signals in a description, each at most once however often its words occur. English words only; a word that is
 * negated in its clause does not count.
 */
export function readDescription(description: string): Signal[] {
  const text = description.toLowerCase().replaceAll("\u2019", "'").replace(/\s+/g, " ");
  const stands = (pattern: RegExp) =>
    [...text.matchAll(pattern)].some((match) => !NEGATED.test(text.slice(0, match.index)));
  return PATTERNS.filter(({ pattern }) => stands(pattern)).map(({ signal }) => ({
    text: `the description says "${signal.name}"`,
    answer: "description",
    supports: signal.supports,
  }));
}
