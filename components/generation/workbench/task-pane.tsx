"use client";
import { lazy, Suspense } from "react";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import type { PaneView } from "#lib/core/view/pane-view.ts";
import type { TaskFacts } from "#lib/core/view/task-view.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PinnedCode, pinsOf } from "./pinned-code.tsx";
import { type MaybeChecked, useChecked } from "./use-checked.ts";

const ContractPane = lazy(() => import("./contract-pane.tsx").then((loaded) => ({ default: loaded.ContractPane })));
const DiffPane = lazy(() => import("./diff-pane.tsx").then((loaded) => ({ default: loaded.DiffPane })));
const HistoryPane = lazy(() => import("./history-pane.tsx").then((loaded) => ({ default: loaded.HistoryPane })));
const PromptPane = lazy(() => import("./prompt-pane.tsx").then((loaded) => ({ default: loaded.PromptPane })));

interface Props {
  pane: PaneView;
  row: TaskRow;
  facts: TaskFacts;
  base: string;
  projectId: string;
  checked: MaybeChecked;
  running: boolean;
  onEdit(): void;
  onTakeBack: ((number: number) => void) | undefined;
}

/** The side of the file one looks at: its content, what changed, its contract, its sub-prompt or its history. */
export function TaskPane({ pane, row, facts, base, projectId, checked, running, onEdit, onTakeBack }: Props) {
  switch (pane.pane) {
    case "diff":
      return <DiffPane view={pane} base={base} path={row.path} />;
    case "contract":
      return <ContractPane view={pane} projectId={projectId} path={row.path} />;
    case "prompt":
      return <PromptPane view={pane} />;
    case "history":
      return <HistoryPane facts={facts} base={base} onTakeBack={onTakeBack} />;
    case "content":
      if (pane.lines === null) {
        return (
          <EmptyState
            title="No content yet"
            action={
              <Button look="primary" disabled={!running} onClick={onEdit}>
                Write or paste it here
              </Button>
            }
          >
            Give the sub-prompt to your agent and paste or drop what it wrote, or write the file yourself.
          </EmptyState>
        );
      }
      return (
        <div className="space-y-2">
          <div className="flex items-center justify-between gap-2">
            <p className="text-xs text-ink-soft">{running ? "Drop a file here to take it as a new draft." : ""}</p>
            <Button size="sm" disabled={!running} onClick={onEdit}>
              Edit
            </Button>
          </div>
          <Suspense
            key={row.draft?.sha256}
            fallback={<PinnedCode lines={pane.lines} label={row.path} pins={new Map()} />}
          >
            <CheckedCode lines={pane.lines} label={row.path} checked={checked} />
          </Suspense>
        </div>
      );
  }
}

function CheckedCode({
  checked,
  ...rest
}: {
  checked: MaybeChecked;
  lines: NonNullable<Extract<PaneView, { pane: "content" }>["lines"]>;
  label: string;
}) {
  return <PinnedCode {...rest} pins={pinsOf(useChecked(checked)?.lines ?? [])} />;
}
