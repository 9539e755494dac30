import { useEffect } from "react";
import { focusCard } from "./places.ts";

interface Acts {
  undo(): void;
  redo(): void;
  help(): void;
  /** Opens the comparison of a decision, with the option in focus on the right. */
  compare(href: string, option: string | undefined): void;
  /** Shows what another answer to a decision would do. */
  whatIf(path: string): void;
  /** Takes the suggestion of a decision. */
  suggest(path: string): void;
}

/** Keyboard of a stage page: digits choose, Enter goes on, d unfolds, c compares, w tries, s takes the suggestion, Ctrl+Z undoes, ? helps. */
export function useStageKeys(acts: Acts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || target.closest("[role=dialog]")) return;
      const card = target.closest<HTMLElement>("[data-decision]");
      const typing = target.matches(
        "textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])",
      );
      if (card?.dataset.decision && isWhatIf(event, typing)) {
        event.preventDefault();
        acts.whatIf(card.dataset.decision);
        return;
      }
      if (target.closest("[data-own-keys]")) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing) {
        event.preventDefault();
        if (event.shiftKey) acts.redo();
        else acts.undo();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.key === "Enter" &&
        card &&
        (!typing || target.matches("input, [data-one-line]")) &&
        !target.matches("button, a, summary")
      ) {
        event.preventDefault();
        focusNext(card);
        return;
      }
      if (typing) return;
      if (event.key === "?") acts.help();
      if (event.key === "d") card?.querySelector<HTMLElement>("[data-unfold]")?.click();
      if (event.key === "s" && card) acts.suggest(card.dataset.decision ?? "");
      if (event.key === "c" && card)
        acts.compare(card.querySelector<HTMLElement>("[data-compare]")?.dataset.compare ?? "", target.dataset.option);
      if (/^[1-9]$/.test(event.key) && card) chooseDigit(card, event.key);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [acts]);
}

/** `w`, and with Alt also while one types. */
function isWhatIf({ code, key, altKey, ctrlKey, metaKey }: KeyboardEvent, typing: boolean): boolean {
  if (ctrlKey || metaKey) return false;
  return altKey ? code === "KeyW" : key === "w" && !typing;
}

function chooseDigit(card: HTMLElement, digit: string): void {
  const input = card.querySelector<HTMLInputElement>(`[data-digit="${digit}"]`);
  input?.click();
  input?.focus();
}

/** Moves to the first control of the next decision, or to the summary after the last. */
function focusNext(card: HTMLElement): void {
  const cards = [...document.querySelectorAll<HTMLElement>("[data-decision]")];
  const next = cards[cards.indexOf(card) + 1];
  if (next) focusCard(next);
  else document.getElementById("summary")?.focus();
}

/** Where one answers: the chosen option, else the first control. */
export const firstControl = (place: HTMLElement): HTMLElement | null =>
  place.querySelector<HTMLElement>("[data-option]:checked") ??
  place.querySelector<HTMLElement>("input, textarea, [data-first-control]") ??
  place.querySelector<HTMLElement>("button");
