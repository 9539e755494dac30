"use client";
import { useEffect, useState } from "react";
import type { PeekView } from "#lib/core/view/pane-view.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { CodeBlock } from "../../ui/code-block.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Link } from "../../ui/link.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type Tab, Tabs } from "../../ui/tabs.tsx";
import { BecauseLinks } from "../because-links.tsx";
import { CopyButton } from "../copy-button.tsx";
import { fileHref } from "../file-href.ts";

interface Props {
  projectId: string;
  version: number;
  path: string | null;
  onClose(): void;
}

type Loaded = { path: string; view: PeekView | null };

/** One file of the plan from near: draft, contract, requirements, sub-prompt. */
export function TaskPeek({ projectId, version, path, onClose }: Props) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    fetch(`/p/${projectId}/plan/task?v=${version}&path=${encodeURIComponent(path)}`, { signal: stop.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
      .then((view: PeekView) => setLoaded({ path, view }))
      .catch(() => !stop.signal.aborted && setLoaded({ path, view: null }));
    return () => stop.abort();
  }, [projectId, version, path]);
  const now = loaded?.path === path ? loaded : null;
  return (
    <Drawer
      open={path !== null}
      onOpenChange={(open) => !open && onClose()}
      width="lg"
      title={<span className="font-mono text-sm break-all">{path}</span>}
      description={now?.view?.purpose}
      footer={
        path !== null && (
          <Link href={fileHref(projectId, path)} className={buttonClass("primary")}>
            Open in the workbench
          </Link>
        )
      }
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
      {now?.view && <Body view={now.view} />}
    </Drawer>
  );
}

function Body({ view }: { view: PeekView }) {
  const tabs: Tab[] = [
    ...(view.draft
      ? [
          {
            id: "draft",
            label: "Built-in draft",
            content: <CodeBlock lines={view.draft} label={view.path} className="rounded border border-line" />,
          },
        ]
      : []),
    ...(view.contract
      ? [
          {
            id: "contract",
            label: "Contract",
            content: (
              <CodeBlock
                lines={view.contract}
                label={`Contract of ${view.path}`}
                numbers={false}
                className="rounded border border-line px-3"
              />
            ),
          },
        ]
      : []),
    ...(view.requirements.length > 0
      ? [
          {
            id: "requirements",
            label: "Requirements",
            content: (
              <ul className="measure list-disc space-y-1.5 pl-5">
                {view.requirements.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    { id: "prompt", label: "Sub-prompt", content: <Prompt text={view.prompt} /> },
  ];
  return (
    <div className="space-y-4 p-4">
      <BecauseLinks because={view.because} />
      {view.gap && (
        <Callout tone="notice" title="No built-in draft">
          {view.gap}
        </Callout>
      )}
      <Tabs label="Views of the file" tabs={tabs} />
    </div>
  );
}

function Prompt({ text }: { text: string }) {
  return (
    <div className="space-y-2">
      <CopyButton text={text} label="Copy the sub-prompt" />
      <pre className="overflow-x-auto rounded border border-line bg-panel p-3 text-xs leading-5 whitespace-pre-wrap">
        {text}
      </pre>
    </div>
  );
}
