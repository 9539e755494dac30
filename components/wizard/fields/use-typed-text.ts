import { useSettled } from "./use-settled.ts";

/** Text as it is typed. */
export function useTypedText(stored: string, onSettle: (text: string) => void) {
  const { value, edit, leave } = useSettled(stored, onSettle);
  return { text: value, type: (next: string) => edit(next), leave };
}
