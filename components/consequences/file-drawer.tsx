"use client";
import { useEffect, useState } from "react";
import type { FileView } from "#lib/core/view/consequences-view.ts";
import { BecauseLinks } from "../generation/because-links.tsx";
import { Badge } from "../ui/badge.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { DiffBlock } from "../ui/diff-block.tsx";
import { Drawer } from "../ui/drawer.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Tabs } from "../ui/tabs.tsx";

interface Props {
  projectId: string;
  version: number;
  path: string | null;
  onClose(): void;
}

type Loaded = { path: string; view: FileView | null; failed: boolean };

/** The real rendered text of one file, and the decisions that caused it. */
export function FileDrawer({ projectId, version, path, onClose }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    fetch(`/p/${projectId}/preview/file?v=${version}&path=${encodeURIComponent(path)}`, { signal: stop.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then((view: FileView) => setLoaded({ path, view, failed: false }))
      .catch(() => !stop.signal.aborted && setLoaded({ path, view: null, failed: true }));
    return () => stop.abort();
  }, [projectId, version, path]);

  const now = loaded?.path === path ? loaded : null;
  return (
    <Drawer
      open={path !== null}
      onOpenChange={(open) => !open && onClose()}
      title={<span className="font-mono text-sm">{path}</span>}
      description={now?.view?.purpose}
      width="lg"
    >
      {!now && (
        <div className="space-y-2 p-4">
          {["w-3/4", "w-1/2", "w-2/3", "w-1/3", "w-3/5"].map((width) => (
            <Skeleton key={width} className={`h-3 ${width}`} />
          ))}
        </div>
      )}
      {now?.failed && <p className="p-4 text-ink-soft">This file could not be drawn. Close it and try again.</p>}
      {now?.view && <FileBody view={now.view} onLeave={onClose} />}
    </Drawer>
  );
}

function FileBody({ view, onLeave }: { view: FileView; onLeave(): void }) {
  return (
    <div className="space-y-4 p-4">
      {view.unfinished && <Badge tone="notice">A stub, to be written</Badge>}
      <BecauseLinks because={view.because} onFollow={onLeave} />
      {view.diff.length > 0 ? (
        <Tabs
          label="Views of the file"
          tabs={[
            {
              id: "diff",
              label: "Last change",
              content: <DiffBlock lines={view.diff} label={`What the last change did to ${view.path}`} />,
            },
            { id: "text", label: "Whole file", content: <Whole view={view} /> },
          ]}
        />
      ) : (
        <Whole view={view} />
      )}
    </div>
  );
}

const Whole = ({ view }: { view: FileView }) => (
  <CodeBlock lines={view.text} label={view.path} className="rounded border border-line" />
);
