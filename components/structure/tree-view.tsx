import { ChevronRight, File, Folder } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { cx } from "../ui/cx.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { parentOf, type TreeRow } from "./tree-model.ts";

type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

interface Props {
  rows: readonly TreeRow[];
  selected: string | null;
  renaming: string | null;
  loading: boolean;
  describedBy: string | undefined;
  onSelect(path: string): void;
  onToggle(path: string, open: boolean): void;
  onStartRename(path: string | null): void;
  onRename(path: string, name: string): void;
  onRemove(path: string): void;
  onMove(path: string, key: Arrow): void;
  onAdd(kind: "file" | "folder"): void;
}

/** The tree by the pattern of WAI-ARIA: one stop for Tab, arrows inside; F2, Delete, Insert and Alt with arrows change it. */
export function TreeView(props: Props) {
  const { rows, selected, renaming, loading, describedBy, onSelect } = props;
  const list = useRef<HTMLDivElement>(null);
  const focusWanted = useRef(false);
  const stop = selected !== null && rows.some(({ path }) => path === selected) ? selected : (rows[0]?.path ?? null);

  useEffect(() => {
    if (!focusWanted.current || renaming !== null || stop === null) return;
    list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(stop)}"]`)?.focus();
  });

  const onKeyDown = (event: KeyboardEvent, row: TreeRow) => {
    if (event.target !== event.currentTarget) return;
    focusWanted.current = true;
    if (act(event, row, props)) event.preventDefault();
  };

  return (
    <div
      ref={list}
      role="tree"
      aria-label="Files and folders"
      aria-describedby={describedBy}
      className="max-h-[30rem] min-h-40 overflow-auto rounded border border-line py-1"
    >
      {loading &&
        ["w-40", "w-56", "w-48"].map((width) => <Skeleton key={width} className={`mx-3 my-2 h-3 ${width}`} />)}
      {rows.map((row) => (
        <div
          key={row.path}
          role="treeitem"
          data-path={row.path}
          aria-level={row.level}
          aria-selected={row.path === selected}
          {...(row.kind === "folder" ? { "aria-expanded": row.expanded } : {})}
          tabIndex={row.path === stop ? 0 : -1}
          onFocus={(event) => event.target === event.currentTarget && onSelect(row.path)}
          onBlur={() => {
            focusWanted.current = false;
          }}
          onKeyDown={(event) => onKeyDown(event, row)}
          onClick={() => {
            onSelect(row.path);
            if (row.kind === "folder") props.onToggle(row.path, !row.expanded);
          }}
          onDoubleClick={() => row.own && props.onStartRename(row.path)}
          className={cx(
            "flex min-h-7 cursor-default items-center gap-1.5 pr-2 focus-visible:-outline-offset-2",
            INDENT[Math.min(row.level, INDENT.length) - 1],
            row.path === selected ? "bg-accent-soft" : "hover:bg-sunk",
          )}
        >
          <ChevronRight
            aria-hidden
            className={cx(
              "size-3 shrink-0 text-ink-soft",
              row.kind === "file" && "invisible",
              row.expanded && "rotate-90",
            )}
          />
          {row.kind === "folder" ? (
            <Folder aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
          ) : (
            <File aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
          )}
          {renaming === row.path ? (
            <RenameInput
              row={row}
              onDone={(name) => {
                focusWanted.current = true;
                props.onRename(row.path, name);
              }}
              onCancel={() => {
                focusWanted.current = true;
                props.onStartRename(null);
              }}
            />
          ) : (
            <span className={cx("min-w-0 truncate font-mono text-xs", !row.own && "text-ink-soft")}>{row.name}</span>
          )}
          {row.own && <span className="ml-auto shrink-0 text-xs text-accent-strong">yours</span>}
        </div>
      ))}
    </div>
  );
}

/** Classes instead of inline padding, for the content security policy; deeper levels share the last. */
const INDENT = ["pl-2", "pl-6", "pl-10", "pl-14", "pl-18", "pl-22", "pl-26"];

/** What a key does to a row; false when it does nothing. */
function act(
  event: KeyboardEvent,
  row: TreeRow,
  { rows, onSelect, onToggle, onStartRename, onRemove, onMove, onAdd }: Props,
): boolean {
  const at = rows.findIndex(({ path }) => path === row.path);
  const { key } = event;
  if (event.altKey && isArrow(key)) return row.own && did(() => onMove(row.path, key));
  if (key === "ArrowDown" || key === "ArrowUp") return go(rows[at + (key === "ArrowDown" ? 1 : -1)]);
  if (key === "Home") return go(rows[0]);
  if (key === "End") return go(rows.at(-1));
  if (key === "ArrowRight" && row.kind === "folder")
    return row.expanded ? go(rows[at + 1]) : did(() => onToggle(row.path, true));
  if (key === "ArrowLeft")
    return row.expanded
      ? did(() => onToggle(row.path, false))
      : go(rows.find(({ path }) => path === parentOf(row.path)));
  if ((key === "F2" || key === "Enter") && row.own) return did(() => onStartRename(row.path));
  if (key === "Delete" && row.own) return did(() => onRemove(row.path));
  if (key === "Insert") return did(() => onAdd(event.shiftKey ? "folder" : "file"));
  return false;

  function did(what: () => void): true {
    what();
    return true;
  }

  function go(to: TreeRow | undefined): boolean {
    if (to) onSelect(to.path);
    return true;
  }
}

const isArrow = (key: string): key is Arrow =>
  key === "ArrowLeft" || key === "ArrowRight" || key === "ArrowUp" || key === "ArrowDown";

function RenameInput({ row, onDone, onCancel }: { row: TreeRow; onDone(name: string): void; onCancel(): void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(0, row.name.lastIndexOf(".") > 0 ? row.name.lastIndexOf(".") : row.name.length);
  }, [row.name]);
  return (
    <input
      ref={input}
      aria-label={`New name of ${row.name}`}
      defaultValue={row.name}
      spellCheck={false}
      className="h-6 min-w-0 flex-1 rounded-sm border border-accent bg-panel px-1.5 font-mono text-xs"
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => onDone(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") onDone(event.currentTarget.value);
        if (event.key === "Escape") onCancel();
      }}
    />
  );
}
