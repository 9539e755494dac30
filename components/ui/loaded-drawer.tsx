"use client";
import { type ReactNode, useEffect, useState } from "react";
import { Drawer } from "./drawer.tsx";
import { Skeleton } from "./skeleton.tsx";

interface Props<View> {
  /** Path of the file that is looked into; null while none is. */
  path: string | null;
  /** Where what is shown of it comes from. */
  address: string;
  onClose(): void;
  footer?: ReactNode;
  children(view: View): ReactNode;
}

/** One file from near: what is to be seen is asked for when it is opened, and again when the address changes. */
export function LoadedDrawer<View extends { purpose: string }>({
  path,
  address,
  onClose,
  footer,
  children,
}: Props<View>) {
  const [loaded, setLoaded] = useState<{ path: string; view: View | null } | null>(null);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    fetch(address, { signal: stop.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then((view: View) => setLoaded({ path, view }))
      .catch(() => !stop.signal.aborted && setLoaded({ path, view: null }));
    return () => stop.abort();
  }, [path, address]);
  const now = loaded?.path === path ? loaded : null;
  return (
    <Drawer
      open={path !== null}
      onOpenChange={(open) => !open && onClose()}
      width="lg"
      title={<span className="font-mono text-sm break-all">{path}</span>}
      description={now?.view?.purpose}
      footer={footer}
    >
      {!now && (
        <div className="space-y-2 p-4">
          {["w-2/5", "w-3/4", "w-1/2", "w-2/3", "w-1/3"].map((width) => (
            <Skeleton key={width} className={`h-3 ${width}`} />
          ))}
        </div>
      )}
      {now?.view === null && (
        <p className="p-4 text-ink-soft">This file could not be loaded. Close it and open it again.</p>
      )}
      {now?.view && children(now.view)}
    </Drawer>
  );
}
