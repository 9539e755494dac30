import { Button } from "../ui/button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import type { TreeRow } from "./tree-model.ts";

interface Props {
  row: TreeRow | null;
  onRename(): void;
  onRemove(): void;
  onOpen(): void;
}

/** What the chosen entry is for, and what can be done with it. */
export function TreeInspector({ row, onRename, onRemove, onOpen }: Props) {
  if (!row) {
    return (
      <div className="space-y-2 rounded border border-dashed border-line-strong/60 p-3 text-xs text-ink-soft">
        <p>Choose an entry to see what it is for.</p>
        <p className="leading-6 pointer-coarse:hidden">
          <Kbd>Insert</Kbd> adds, <Kbd>F2</Kbd> renames, <Kbd>Delete</Kbd> removes, <Kbd>Alt</Kbd> with arrows moves.
        </p>
      </div>
    );
  }
  return (
    <div className="space-y-2 rounded border border-line p-3 text-xs">
      <p className="font-mono break-all">{row.path}</p>
      <p className="text-ink-soft">{describe(row)}</p>
      <div className="flex flex-wrap gap-2 pt-1">
        {row.own && (
          <>
            <Button size="sm" onClick={onRename}>
              Rename
            </Button>
            <Button size="sm" look="danger" onClick={onRemove}>
              Remove
            </Button>
          </>
        )}
        {!row.own && row.kind === "file" && (
          <Button size="sm" onClick={onOpen}>
            See the file
          </Button>
        )}
      </div>
    </div>
  );
}

function describe(row: TreeRow): string {
  if (row.own && row.kind === "folder") return "Your own folder. It is kept even while it is empty.";
  if (row.own) return "Your own file. It becomes a task with its own sub-prompt.";
  if (row.kind === "folder")
    return `Follows from your answers. ${row.children} ${row.children === 1 ? "entry" : "entries"}.`;
  return `${row.purpose} Generated from your answers; change them to change it, or leave its task out in the plan.`.trim();
}
