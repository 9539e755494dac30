"use client";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { RunsView } from "#lib/core/view/runs-view.ts";
import { followEvents, type Link } from "./follow-events.ts";

interface Live {
  /** Null until it is known. */
  view: RunsView | null;
  link: Link;
}

const Runs = createContext<Live>({ view: null, link: "live" });

/** The runs of the project as they stand now, for everything under the provider. */
export const useRuns = (): Live => useContext(Runs);

/** Several runs often end together; the page is drawn anew once for all of them. */
const TOGETHER_MS = 200;

const endedIds = (view: RunsView): string[] =>
  view.runs.filter(({ finishedAt }) => finishedAt !== null).map(({ id }) => id);

/** Follows the runs of a project, and has the page drawn anew whenever one of them ends. */
export function RunsProvider({
  projectId,
  initial,
  children,
}: {
  projectId: string;
  initial: RunsView | null;
  children: ReactNode;
}) {
  const router = useRouter();
  const [live, setLive] = useState<Live>({ view: initial, link: "live" });
  const seen = useRef(new Set(initial ? endedIds(initial) : []));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (data: string) => {
      const view = JSON.parse(data) as RunsView;
      setLive((before) => ({ ...before, view }));
      const fresh = endedIds(view).filter((id) => !seen.current.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) seen.current.add(id);
      clearTimeout(timer);
      timer = setTimeout(() => router.refresh(), TOGETHER_MS);
    };
    const stop = followEvents(`/p/${projectId}/runs`, {
      on: { runs: hear },
      onLink: (link) => setLive((before) => ({ ...before, link })),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [projectId, router]);
  return <Runs value={live}>{children}</Runs>;
}
