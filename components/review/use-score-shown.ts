import { useEffect, useRef } from "react";
import { SCORE_ID } from "./score-head.tsx";

/** Shows a new score and has it read out: the button that was pressed to get it is gone from the page. */
export function useScoreShown(scoredAt: string | undefined): void {
  const shown = useRef(scoredAt);
  useEffect(() => {
    if (scoredAt === shown.current) return;
    shown.current = scoredAt;
    document.getElementById(SCORE_ID)?.focus();
  }, [scoredAt]);
}
