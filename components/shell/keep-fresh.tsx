"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** The newest version of each project that this tab has seen. */
const newest = new Map<string, number>();

interface Props {
  projectId: string;
  version: number;
  title: string;
}

/**
 * Fetches the page again where what it shows is known to be old: the router brings a page back as it was when one left
 * it with "back", and the strip above does not hear of a new name by itself.
 */
export function KeepFresh({ projectId, version, title }: Props) {
  const router = useRouter();
  const named = useRef(title);
  useEffect(() => {
    const old = version < (newest.get(projectId) ?? 0);
    const renamed = named.current !== title;
    if (!old) newest.set(projectId, version);
    named.current = title;
    if (old || renamed) router.refresh();
  }, [projectId, version, title, router]);
  return null;
}
