"use client";
import type { PeekView } from "#lib/core/view/pane-view.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { CodeBlock } from "../../ui/code-block.tsx";
import { Link } from "../../ui/link.tsx";
import { LoadedDrawer } from "../../ui/loaded-drawer.tsx";
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

/** One file of the plan from near: draft, contract, requirements, sub-prompt. */
export const TaskPeek = ({ projectId, version, path, onClose }: Props) => (
  <LoadedDrawer<PeekView>
    path={path}
    address={`/p/${projectId}/plan/task?v=${version}&path=${encodeURIComponent(path ?? "")}`}
    onClose={onClose}
    footer={
      path !== null && (
        <Link href={fileHref(projectId, path)} className={buttonClass("primary")}>
          Open in the workbench
        </Link>
      )
    }
  >
    {(view) => <Body view={view} />}
  </LoadedDrawer>
);

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
