"use client";
import { useEffect } from "react";
import { answerPlace } from "../journey/places.ts";

/** Those who move the focus themselves when something goes have done so by then. */
const SETTLED_MS = 200;
/** Parts of a page that a person knows as places. */
const PARTS = "li, section, article, fieldset, form, [role=group]";

/** Where the focus was last, and what that stood in. */
interface Held {
  element: Element;
  parts: Element[];
  /** The page it was on. */
  page: string;
  /** It cannot be used for as long as what it asked for takes. */
  waiting: boolean;
}

/**
 * Keeps the place of those who work with keyboard or screen reader. A browser drops the focus when what has it goes
 * away or is switched off: it comes back to a button that can be used again, to the part of the page that is left, or
 * to the heading of the page that came instead.
 */
export function KeepFocus() {
  useEffect(keepFocus, []);
  return null;
}

function keepFocus(): () => void {
  let held: Held | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof Element)
      held = { element: target, parts: partsAround(target), page: location.pathname, waiting: false };
  };
  // Who clicks on nothing wants the focus nowhere; who clicks on something gives it there, which comes after this.
  const onPointer = () => {
    held = null;
  };
  const look = () => {
    timer = undefined;
    if (!held || !isLost()) return;
    const place = placeFor(held);
    if (!place) return;
    if (!place.matches("a, button, input, select, textarea, summary, [tabindex]")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    if (!held) return;
    held.waiting ||= held.element.matches(":disabled");
    if (held.waiting || isLost()) timer ??= setTimeout(look, SETTLED_MS);
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] });
  document.addEventListener("focusin", onFocus);
  document.addEventListener("pointerdown", onPointer, true);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    document.removeEventListener("focusin", onFocus);
    document.removeEventListener("pointerdown", onPointer, true);
  };
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

function partsAround(element: Element): Element[] {
  const part = element.parentElement?.closest(PARTS);
  return part ? [part, ...partsAround(part)] : [];
}

/** Null while it is too early, or where nothing was lost. */
function placeFor({ element, parts, page, waiting }: Held): HTMLElement | null {
  if (element.isConnected) return waiting && !element.matches(":disabled") ? (element as HTMLElement) : null;
  if (document.querySelector("[role=dialog]")) return null;
  const left = page === location.pathname ? parts.find((part) => part.isConnected) : hashTarget();
  return (left as HTMLElement | undefined) ?? document.querySelector("main h1, main h2");
}

/** What the address of the page points at: of a question, where one answers it. */
function hashTarget(): HTMLElement | undefined {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return undefined;
  return (target.matches("[data-decision]") && answerPlace(target)) || target;
}
