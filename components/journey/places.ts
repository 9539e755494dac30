/** Shows a question from its top, with the focus where one answers. */
export function focusCard(card: HTMLElement): void {
  answerPlace(card)?.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start", behavior: gently() });
}

/** Where one answers a question: the chosen option, else the first control. */
export const answerPlace = (card: HTMLElement): HTMLElement | null =>
  card.querySelector<HTMLElement>("input:checked") ??
  card.querySelector<HTMLElement>("input, textarea, [data-first-control]") ??
  card.querySelector<HTMLElement>("button");

/** Scrolling that shows where something went, for those who want motion; browsers do not ask by themselves. */
export const gently = (): ScrollBehavior =>
  matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";

/** Shows the question with this path. */
export function focusQuestion(path: string | undefined): void {
  const card = path === undefined ? null : document.getElementById(path);
  if (card) focusCard(card);
}

/** Shows the end of the summary, with the focus on the statement one confirms. */
export function focusStatement(): void {
  const statement = document.getElementById(STATEMENT_BOX);
  statement?.focus({ preventScroll: true });
  statement?.closest("div")?.scrollIntoView({ block: "end", behavior: gently() });
}

/** Id of the box to tick before a stage can be confirmed. */
export const STATEMENT_BOX = "accurate";
