"use client";
import { useCallback, useRef, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import type { CheckedView } from "#lib/core/view/task-view.ts";

export interface CheckedFile {
  path: string;
  checked: CheckedView;
}

export type CheckSome = (paths: string[]) => Promise<Result<CheckedFile[]>>;

const AT_ONCE = 8;

/** Reads files through the checks a few at a time, so that the page can say how far it is. */
export function useCheckAll(check: CheckSome) {
  const [found, setFound] = useState<CheckedFile[]>([]);
  const [asked, setAsked] = useState(0);
  const [broken, setBroken] = useState("");
  const current = useRef(0);

  /** Stops whatever still goes on. */
  const stop = useCallback(() => {
    current.current += 1;
  }, []);
  const start = useCallback(
    async (paths: readonly string[]): Promise<boolean> => {
      const own = ++current.current;
      setFound([]);
      setAsked(0);
      setBroken("");
      for (let at = 0; at < paths.length; at += AT_ONCE) {
        const result = await check(paths.slice(at, at + AT_ONCE)).catch(() => null);
        if (current.current !== own) return false;
        if (!result?.ok) {
          setBroken(result?.error[0]?.message ?? "The server could not be reached. Nothing was changed; try again.");
          return false;
        }
        setFound((before) => [...before, ...result.value]);
        setAsked(Math.min(at + AT_ONCE, paths.length));
      }
      return true;
    },
    [check],
  );
  return { found, asked, broken, start, stop };
}
