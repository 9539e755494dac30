import { use, useEffect, useId, useRef, useState } from "react";
import { StageContext } from "../../journey/stage-context.ts";

const PAUSE_MS = 450;

/**
 * A value while it is being edited: shown at once, handed on after a pause, on leaving, and when the page goes away.
 * What is shown is the edit while there is one, else what is stored; `onSettle` must make the handed value the stored
 * one in the same turn, so that nothing older shows in between.
 */
export function useSettled<T>(stored: T, onSettle: (value: T) => void) {
  const [edited, setEdited] = useState<{ value: T } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<{ value: T } | null>(null);
  const id = useId();
  const typing = use(StageContext)?.typing;
  const leave = useRef(() => {});
  leave.current = () => {
    clearTimeout(timer.current);
    const last = waiting.current;
    waiting.current = null;
    typing?.(id, false);
    setEdited(null);
    if (last) onSettle(last.value);
  };

  useEffect(() => {
    const away = () => leave.current();
    window.addEventListener("pagehide", away);
    return () => {
      window.removeEventListener("pagehide", away);
      away();
    };
  }, []);

  /** Changes the value; `now` hands it on without a pause (a click, not a key). */
  const edit = (next: T, now = false) => {
    waiting.current = { value: next };
    setEdited({ value: next });
    typing?.(id, true);
    clearTimeout(timer.current);
    if (now) leave.current();
    else timer.current = setTimeout(() => leave.current(), PAUSE_MS);
  };

  return { value: edited ? edited.value : stored, edit, leave: () => leave.current() };
}
