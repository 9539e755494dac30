import { useEffect, useState } from "react";
import { canonicalJson } from "#lib/core/canonical-json.ts";
import type { Result } from "#lib/core/result.ts";
import type { Change } from "../journey/save-queue.ts";
import type { StageActions, Trial } from "../journey/use-stage.ts";

/** A moment in which further edits count as one. */
const PAUSE_MS = 150;

/** What was asked, and what came of it. */
export interface Tried {
  key: string;
  changes: Change[];
  found: Result<Trial>;
}

/** Asks what changes would do to the stored version; the last picture stays until the next is there. */
export function useTrial(
  tryAnswers: StageActions["tryAnswers"],
  changes: Change[],
  version: number,
): { tried: Tried | null; late: boolean } {
  const [tried, setTried] = useState<Tried | null>(null);
  const key = `${version} ${canonicalJson(changes)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the changes
  useEffect(() => {
    if (changes.length === 0) return;
    let current = true;
    const keep = (found: Result<Trial>) => current && setTried({ key, changes, found });
    const timer = setTimeout(() => {
      tryAnswers(changes)
        .then(keep)
        .catch(() => keep(UNREACHED));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [tryAnswers, key]);
  if (changes.length === 0) return { tried: null, late: false };
  return { tried, late: tried?.key !== key };
}

const UNREACHED: Result<Trial> = {
  ok: false,
  error: [
    {
      path: "",
      code: "unreached",
      message: "The server did not answer.",
      hint: "Change the answer again when the connection is back.",
    },
  ],
};
