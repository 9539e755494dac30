import { ChevronRight, FileText, Folder } from "lucide-react";
import { useState } from "react";
import type { FileMark } from "#lib/core/view/consequences-view.ts";
import { cx } from "../ui/cx.ts";
import { type FolderNode, folderTree } from "./folder-tree.ts";

interface Props {
  files: readonly FileMark[];
  onOpen(path: string): void;
}

/** The repository as a tree; + - ~ mark what the last change did. Folders with a change stand open. */
export function FileTree({ files, onOpen }: Props) {
  const few = files.filter(({ mark }) => mark !== "").length <= FEW;
  return <Branch node={folderTree(files)} depth={0} unfold={few} onOpen={onOpen} />;
}

/** Up to so many changed files the tree opens by itself to show them; more would bury the rest. */
const FEW = 12;

interface Place {
  depth: number;
  unfold: boolean;
  onOpen: Props["onOpen"];
}

function Branch({ node, depth, unfold, onOpen }: Place & { node: FolderNode }) {
  return (
    <ul className={cx(depth > 0 && "ml-[0.6875rem] border-line border-l pl-1.5")}>
      {node.folders.map((folder) => (
        <li key={folder.path}>
          <FolderEntry folder={folder} depth={depth} unfold={unfold} onOpen={onOpen} />
        </li>
      ))}
      {node.files.map((file) => (
        <li key={file.path}>
          <button
            type="button"
            disabled={file.mark === "-"}
            onClick={() => onOpen(file.path)}
            className="flex min-h-6 w-full items-center gap-1 rounded pl-4 text-left hover:bg-sunk disabled:line-through"
          >
            <FileText aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
            <span className={cx("min-w-0 truncate font-mono text-xs", INK[file.mark])}>{file.name}</span>
            {file.mark && (
              <span className={cx("ml-auto pr-1 font-mono text-xs font-bold", INK[file.mark])}>
                <span aria-hidden>{file.mark}</span>
                <span className="sr-only">{WORD[file.mark]}</span>
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What a folder holds is drawn when it stands open: a large repository has a hundred files, and most are never looked at. */
function FolderEntry({ folder, depth, unfold, onOpen }: Place & { folder: FolderNode }) {
  const first = depth === 0 || (unfold && folder.mark !== "");
  const [open, setOpen] = useState(first);
  return (
    <details open={first} onToggle={(event) => setOpen(event.currentTarget.open)} className="group/folder">
      <summary className="flex min-h-6 items-center gap-1 rounded hover:bg-sunk">
        <ChevronRight aria-hidden className="size-3 shrink-0 text-ink-soft [[open]>summary>&]:rotate-90" />
        <Folder aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
        <span className="min-w-0 truncate font-mono text-xs font-normal">{folder.name}</span>
        <span className="tabular ml-auto pr-1 text-xs text-ink-soft font-normal">{folder.count}</span>
        <span className={cx("w-3 font-mono text-xs font-bold [[open]>summary>&]:invisible", INK[folder.mark])}>
          <span aria-hidden>{folder.mark}</span>
          {folder.mark && <span className="sr-only">{`, files ${WORD[folder.mark]}`}</span>}
        </span>
      </summary>
      {(first || open) && <Branch node={folder} depth={depth + 1} unfold={unfold} onOpen={onOpen} />}
    </details>
  );
}

const INK = { "+": "text-good", "-": "text-stop", "~": "text-warn", "": "" } as const;
const WORD = {
  "+": "added by the last change",
  "-": "removed by the last change",
  "~": "changed by the last change",
} as const;
