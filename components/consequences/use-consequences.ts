"use client";
import { useEffect, useState } from "react";
import type { ConsequencesView } from "#lib/core/view/consequences-view.ts";

const PAUSE_MS = 120;

/** Fetches the consequences of the version that is stored; the last picture stays until the next is there. */
export function useConsequences(
  projectId: string,
  version: number,
): { view: ConsequencesView | null; failed: boolean } {
  const [state, setState] = useState<{ view: ConsequencesView | null; failed: boolean }>({ view: null, failed: false });
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/p/${projectId}/preview?v=${version}`, { signal: stop.signal })
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
        .then((view: ConsequencesView) => setState({ view, failed: false }))
        .catch(() => !stop.signal.aborted && setState((before) => ({ ...before, failed: true })));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [projectId, version]);
  return state;
}
