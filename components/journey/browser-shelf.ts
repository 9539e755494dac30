"use client";
import { useRouter } from "next/navigation";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { Shelf } from "./save-queue.ts";

/** Keeps what is not yet stored in this browser, per project; silent where storage is forbidden. */
export function localShelf(projectId: string): Shelf {
  const key = `plumbline:unsaved:${projectId}`;
  return {
    load: () => quietly(() => localStorage.getItem(key)),
    store: (text) =>
      void quietly(() => (text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text))),
  };
}

function quietly<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

interface Versioned {
  journey: { version: number };
}

/** Tells the other tabs of this browser about a new version, and fetches the page again when they tell us. */
export function useOtherTabs(projectId: string, latest: RefObject<Versioned>): (version: number) => void {
  const channel = useRef<BroadcastChannel | null>(null);
  const router = useRouter();
  useEffect(() => {
    const open = new BroadcastChannel(`plumbline:${projectId}`);
    open.onmessage = ({ data }: MessageEvent<number>) => {
      if (data > latest.current.journey.version) router.refresh();
    };
    channel.current = open;
    return () => open.close();
  }, [projectId, router, latest]);
  return useCallback((version: number) => channel.current?.postMessage(version), []);
}
