import { useCallback, useState } from "react";

/** Which fields hold text that was typed and not yet handed on. */
export function useTyping(): { typed: boolean; typing(field: string, waiting: boolean): void } {
  const [fields, setFields] = useState<ReadonlySet<string>>(new Set());
  const typing = useCallback((field: string, waiting: boolean) => {
    setFields((before) => {
      if (before.has(field) === waiting) return before;
      const after = new Set(before);
      if (waiting) after.add(field);
      else after.delete(field);
      return after;
    });
  }, []);
  return { typed: fields.size > 0, typing };
}
