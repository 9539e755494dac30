"use client";
import { useCallback, useState, useTransition } from "react";
import type { Problem, Result } from "#lib/core/result.ts";

const OFFLINE: Problem = {
  path: "network",
  code: "offline",
  message: "The server could not be reached.",
  hint: "Nothing was changed; try again when you are back online.",
};

/** Runs one server act at a time and keeps what spoke against the last one. */
export function useAct() {
  const [busy, start] = useTransition();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const run = useCallback(
    <T>(act: () => Promise<Result<T>>, after?: (value: T) => void) =>
      start(async () => {
        try {
          const result = await act();
          setProblems(result.ok ? [] : result.error);
          if (result.ok) after?.(result.value);
        } catch {
          setProblems([OFFLINE]);
        }
      }),
    [],
  );
  return { busy, problems, run, clear: useCallback(() => setProblems([]), []) };
}
