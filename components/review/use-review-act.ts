import { useState, useTransition } from "react";
import type { Problem } from "#lib/core/result.ts";

/** A server act, which brings the page as it is then; empty when it is done. */
export type ReviewVerb = () => Promise<Problem[]>;

const UNREACHED: Problem = {
  path: "review",
  code: "unreachable",
  message: "The server did not answer.",
  hint: "Nothing was changed; try again.",
};

/** Runs acts of a review and keeps what spoke against the last one; `then` follows when nothing did. */
export function useReviewAct() {
  const [busy, begin] = useTransition();
  const [problems, setProblems] = useState<Problem[]>([]);
  const act = (verb: ReviewVerb, then?: () => void) =>
    begin(async () => {
      try {
        const found = await verb();
        setProblems(found);
        if (found.length === 0) then?.();
      } catch {
        setProblems([UNREACHED]);
      }
    });
  return { busy, problems, act };
}
