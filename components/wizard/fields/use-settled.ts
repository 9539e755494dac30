import { use, useEffect, useId, useRef, useState } from "react";
import { StageContext } from "../../journey/stage-context.ts";

const PAUSE_MS = 450;

/**
 * A value while it is being edited: shown at once, handed on after a pause, on leaving, and when the page goes away.
 * A stored value that comes from elsewhere replaces it, unless something is waiting.
 */
export function useSettled<T>(stored: T, onSettle: (value: T) => void) {
  const [value, setValue] = useState(stored);
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
    if (last) onSettle(last.value);
  };

  const print = JSON.stringify(stored);
  useEffect(() => {
    if (waiting.current === null) setValue(JSON.parse(print) as T);
  }, [print]);

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
    setValue(next);
    waiting.current = { value: next };
    typing?.(id, true);
    clearTimeout(timer.current);
    if (now) leave.current();
    else timer.current = setTimeout(() => leave.current(), PAUSE_MS);
  };

  return { value, edit, leave: () => leave.current() };
}
