"use client";
import type { FileView } from "#lib/core/view/consequences-view.ts";
import { BecauseLinks } from "../generation/because-links.tsx";
import { Badge } from "../ui/badge.tsx";
import { CodeBlock } from "../ui/code-block.tsx";
import { DiffBlock } from "../ui/diff-block.tsx";
import { LoadedDrawer } from "../ui/loaded-drawer.tsx";
import { Tabs } from "../ui/tabs.tsx";

interface Props {
  projectId: string;
  version: number;
  path: string | null;
  onClose(): void;
}

/** The real rendered text of one file, and the decisions that caused it. */
export const FileDrawer = ({ projectId, version, path, onClose }: Props) => (
  <LoadedDrawer<FileView>
    path={path}
    address={`/p/${projectId}/preview/file?v=${version}&path=${encodeURIComponent(path ?? "")}`}
    onClose={onClose}
  >
    {(view) => <FileBody view={view} onLeave={onClose} />}
  </LoadedDrawer>
);

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
