"use client";
import { useEffect, useRef } from "react";

export interface WorkKeys {
  [key: string]: (() => void) | undefined;
}

const STORE = "plumbline:single-keys";

/** Whether single letters act; some people dictate or brush the keyboard and switch them off (WCAG 2.1.4). */
export const singleKeys = {
  read: (): boolean => {
    try {
      return localStorage.getItem(STORE) !== "off";
    } catch {
      return true;
    }
  },
  write: (on: boolean): void => {
    try {
      localStorage.setItem(STORE, on ? "on" : "off");
    } catch {
      // Without storage the choice holds for this page only by closing the sheet; the keys stay on.
    }
  },
};

/** Runs the act of a single key, unless one is typing, in a dialog, or has switched single keys off. */
export function useWorkKeys(keys: WorkKeys): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest("[role=dialog], [role=menu], [role=alertdialog], [data-own-keys]")) return;
      if (target.matches("textarea, select, input:not([type=checkbox]):not([type=radio]), [contenteditable]")) return;
      const act = now.current[event.key];
      if (!act || (event.key !== "?" && !singleKeys.read())) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
