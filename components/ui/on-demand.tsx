"use client";
import { type ReactNode, Suspense, useRef } from "react";

/** Mounts what floats the first time it is opened, and keeps it then, so that pages do not load what most people never open. */
export function OnDemand({ when, children }: { when: boolean; children: ReactNode }) {
  const opened = useRef(false);
  if (when) opened.current = true;
  return opened.current ? <Suspense fallback={null}>{children}</Suspense> : null;
}
