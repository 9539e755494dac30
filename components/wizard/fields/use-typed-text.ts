import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 450;

/** Text as it is typed; handed on after a pause, on leaving, and when the page goes away. A stored value from elsewhere replaces it. */
export function useTypedText(stored: string, onSettle: (text: string) => void) {
  const [text, setText] = useState(stored);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<string | null>(null);
  const settle = useRef(onSettle);
  settle.current = onSettle;

  useEffect(() => {
    if (waiting.current === null) setText(stored);
  }, [stored]);

  const leave = () => {
    clearTimeout(timer.current);
    if (waiting.current === null) return;
    const last = waiting.current;
    waiting.current = null;
    settle.current(last);
  };

  useEffect(() => {
    const away = () => {
      clearTimeout(timer.current);
      if (waiting.current !== null) settle.current(waiting.current);
      waiting.current = null;
    };
    window.addEventListener("pagehide", away);
    return () => {
      window.removeEventListener("pagehide", away);
      away();
    };
  }, []);

  const type = (next: string) => {
    setText(next);
    waiting.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(leave, PAUSE_MS);
  };

  return { text, type, leave };
}
