import { ArrowDown, ArrowUp, Ellipsis, Eye, GripVertical, Trash2, Undo2 } from "lucide-react";
import type { DragEvent, KeyboardEvent } from "react";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { cx } from "../../ui/cx.ts";
import { LazyMenu } from "../../ui/lazy-menu.tsx";
import { Link } from "../../ui/link.tsx";
import type { MenuEntry } from "../../ui/menu.tsx";
import { fileHref } from "../file-href.ts";
import { StatusWord } from "../status-mark.tsx";

export interface RowActs {
  look(path: string): void;
  nudge(path: string, by: -1 | 1): void;
  remove(path: string): void;
  restore(path: string): void;
  select(path: string, on: boolean): void;
  dragStart(path: string): void;
  dropBefore(path: string): void;
}

interface Props {
  row: TaskRow;
  projectId: string;
  selected: boolean;
  /** It stands elsewhere than the kept order has it. */
  shifted: boolean;
  acts: RowActs;
}

/** One file of the plan. Alt and an arrow key move it, Delete takes it out, Enter looks into it. */
export function PlanRow({ row, projectId, selected, shifted, acts }: Props) {
  const removed = row.status === "removed";
  const onKeyDown = (event: KeyboardEvent) => {
    const up = event.key === "ArrowUp";
    if (event.altKey && (up || event.key === "ArrowDown")) {
      event.preventDefault();
      acts.nudge(row.path, up ? -1 : 1);
    }
    if (event.key === "Delete" && !removed) acts.remove(row.path);
  };
  const drag = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      acts.dropBefore(row.path);
    },
  };
  return (
    <li
      {...drag}
      data-path={row.path}
      className={cx(
        "group/row flex items-start gap-2 border-line border-b px-2 py-2 last:border-0 hover:bg-sunk/60",
        shifted && "bg-accent-soft/60",
      )}
    >
      <input
        type="checkbox"
        aria-label={`Select ${row.path}`}
        checked={selected}
        onChange={(event) => acts.select(row.path, event.target.checked)}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span
        aria-hidden
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData("text/plain", row.path);
          acts.dragStart(row.path);
        }}
        className="mt-0.5 hidden shrink-0 cursor-grab text-ink-soft md:block"
      >
        <GripVertical className="size-4" />
      </span>
      <span className="tabular mt-0.5 hidden w-[4.6rem] shrink-0 font-mono text-xs text-ink-soft md:block">
        {row.id}
      </span>
      <div className="min-w-0 flex-1">
        <button
          type="button"
          data-row={row.path}
          onClick={() => acts.look(row.path)}
          onKeyDown={onKeyDown}
          className={cx(
            "scroll-mt-60 scroll-mb-20 rounded text-left font-mono text-[0.8125rem] hover:text-accent",
            removed && "line-through",
          )}
        >
          <span className="text-ink-soft">{row.folder}</span>
          <span className="font-semibold">{row.name}</span>
        </button>
        <p className="measure text-ink-soft">{row.purpose}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-soft">
          <StatusWord row={row} />
          <span>{row.effort} effort</span>
          {row.after.length > 0 && <span title={row.after.join("\n")}>builds on {row.after.length}</span>}
          {row.usedBy.length > 0 && <span title={row.usedBy.join("\n")}>used by {row.usedBy.length}</span>}
          {row.draft === null && !removed && <Badge tone="notice">sub-prompt only</Badge>}
          {row.unfinished && row.draft && <Badge tone="notice">a stub, yours to write</Badge>}
          {row.own && <Badge tone="accent">added by you</Badge>}
          {row.groups.map((name) => (
            <Badge key={name}>{name}</Badge>
          ))}
        </p>
      </div>
      <LazyMenu
        label={`More for ${row.path}`}
        trigger={<Ellipsis aria-hidden className="size-4" />}
        entries={entries(row, acts)}
      />
      <Link href={fileHref(projectId, row.path)} className="sr-only focus-visible:not-sr-only">
        Open {row.path} in the workbench
      </Link>
    </li>
  );
}

function entries(row: TaskRow, acts: RowActs): MenuEntry[] {
  const icon = "size-4 text-ink-soft";
  return [
    {
      label: "Look into it",
      icon: <Eye aria-hidden className={icon} />,
      hint: "Enter",
      onSelect: () => acts.look(row.path),
    },
    {
      label: "Move up",
      icon: <ArrowUp aria-hidden className={icon} />,
      hint: "Alt ↑",
      onSelect: () => acts.nudge(row.path, -1),
    },
    {
      label: "Move down",
      icon: <ArrowDown aria-hidden className={icon} />,
      hint: "Alt ↓",
      onSelect: () => acts.nudge(row.path, 1),
    },
    row.status === "removed"
      ? { label: "Put it back", icon: <Undo2 aria-hidden className={icon} />, onSelect: () => acts.restore(row.path) }
      : {
          label: "Remove from the plan",
          icon: <Trash2 aria-hidden className={icon} />,
          hint: "Del",
          onSelect: () => acts.remove(row.path),
        },
  ];
}
