import { ClipboardPaste, FilePlus, FolderPlus } from "lucide-react";
import { lazy, useState } from "react";
import { useStageTools } from "../journey/stage-context.ts";
import { Button } from "../ui/button.tsx";
import { Messages } from "../ui/field.tsx";
import { OnDemand } from "../ui/on-demand.tsx";
import type { FieldProps } from "../wizard/field-props.ts";
import { TreeInspector } from "./tree-inspector.tsx";
import { added, parentOf, relocated, removed, target, treeRows } from "./tree-model.ts";
import { TreeView } from "./tree-view.tsx";

const FileDrawer = lazy(() =>
  import("../consequences/file-drawer.tsx").then((module) => ({ default: module.FileDrawer })),
);
const PasteDialog = lazy(() => import("./paste-dialog.tsx").then((module) => ({ default: module.PasteDialog })));

/** The tree of the repository: what the design gives, marked, and the person's own files and folders. */
export function PathsField({ value, problems, id, onChange }: FieldProps) {
  const { files, projectId } = useStageTools();
  const own = Array.isArray(value) ? (value as string[]) : [];
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [pasting, setPasting] = useState(false);
  const [openFile, setOpenFile] = useState<string | null>(null);

  const generated = (files ?? []).filter(({ mark }) => mark !== "-");
  const rows = treeRows(generated, own, closed);
  const row = rows.find(({ path }) => path === selected) ?? null;
  const store = (next: string[]) => onChange(next.length === 0 ? null : next);
  const folder = row === null ? "" : row.kind === "folder" ? row.path : parentOf(row.path);

  const add = (kind: "file" | "folder") => {
    const made = added(own, folder, kind, new Set(rows.map(({ path }) => path)));
    setClosed((before) => new Set([...before].filter((path) => path !== folder)));
    setSelected(made.path);
    setRenaming(made.path);
    store(made.own);
  };
  const rename = (path: string, name: string) => {
    setRenaming(null);
    const to = [parentOf(path), name].filter((part) => part !== "").join("/");
    if (name.trim() === "" || to === path) return;
    setSelected(to);
    store(relocated(own, path, to));
  };
  const move = (path: string, key: Parameters<typeof target>[2]) => {
    const place = target(rows, path, key);
    if (place === null) return;
    const to = [place, path.slice(path.lastIndexOf("/") + 1)].filter((part) => part !== "").join("/");
    setSelected(to);
    store(relocated(own, path, to));
  };
  const remove = (path: string) => {
    const at = rows.findIndex((one) => one.path === path);
    setSelected(rows[at + 1]?.path ?? rows[at - 1]?.path ?? null);
    store(removed(own, path));
  };

  return (
    <div className="px-4 pb-4" data-own-keys>
      <div className="mb-3 flex flex-wrap gap-2">
        <Button
          size="sm"
          data-first-control
          icon={<FilePlus aria-hidden className="size-3.5" />}
          onClick={() => add("file")}
        >
          Add a file
        </Button>
        <Button size="sm" icon={<FolderPlus aria-hidden className="size-3.5" />} onClick={() => add("folder")}>
          Add a folder
        </Button>
        <Button size="sm" icon={<ClipboardPaste aria-hidden className="size-3.5" />} onClick={() => setPasting(true)}>
          Paste a tree
        </Button>
      </div>
      <div className="grid gap-3 md:grid-cols-[1fr_15rem]">
        <TreeView
          rows={rows}
          selected={selected}
          renaming={renaming}
          loading={files === null}
          describedBy={problems.length > 0 ? `${id}-problem` : undefined}
          onSelect={setSelected}
          onToggle={(path, open) =>
            setClosed((before) =>
              open ? new Set([...before].filter((one) => one !== path)) : new Set(before).add(path),
            )
          }
          onStartRename={setRenaming}
          onRename={rename}
          onRemove={remove}
          onMove={move}
          onAdd={add}
        />
        <TreeInspector
          row={row}
          onRename={() => row && setRenaming(row.path)}
          onRemove={() => row && remove(row.path)}
          onOpen={() => row && setOpenFile(row.path)}
        />
      </div>
      <Messages
        id={`${id}-tree-problem`}
        problems={problems
          .filter(({ path }) => indexOf(path) >= 0)
          .map((problem) => ({
            ...problem,
            message: `${own[indexOf(problem.path)] ?? ""} ${problem.message}`.trim(),
          }))}
      />
      <OnDemand when={pasting}>
        <PasteDialog open={pasting} own={own} onOpenChange={setPasting} onTake={store} />
      </OnDemand>
      <OnDemand when={openFile !== null}>
        <FileDrawer projectId={projectId} version={0} path={openFile} onClose={() => setOpenFile(null)} />
      </OnDemand>
    </div>
  );
}

/** `structure.paths[3]` is the fourth own path. */
const indexOf = (path: string): number => Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1);
