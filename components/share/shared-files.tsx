"use client";
import { ChevronRight, FileText, Folder } from "lucide-react";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import { type FolderNode, folderTree } from "../consequences/folder-tree.ts";
import { Badge } from "../ui/badge.tsx";
import { Link } from "../ui/link.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { useReview } from "./review-context.tsx";

/** What colleagues see of a file in the plan. */
export type SharedTask = Pick<
  TaskRow,
  "id" | "path" | "purpose" | "status" | "effort" | "phaseLabel" | "after" | "unfinished" | "gap"
>;

interface Props {
  tasks: readonly SharedTask[];
  hrefs: Readonly<Record<string, string>>;
}

const STATUS = {
  open: "open",
  accepted: "accepted",
  stale: "accepted for an earlier design",
  deferred: "deferred",
  removed: "removed",
} as const;

/** The repository as a tree, and as the plan in which it is written. */
export function SharedFiles({ tasks, hrefs }: Props) {
  const said = useSaid();
  return (
    <Tabs
      label="Files"
      tabs={[
        {
          id: "tree",
          label: "Tree",
          content: (
            <div className="rounded border border-line bg-panel p-3">
              <Branch
                node={folderTree(tasks.map(({ path, purpose }) => ({ path, purpose, mark: "" as const })))}
                depth={0}
                hrefs={hrefs}
                said={said}
              />
            </div>
          ),
        },
        {
          id: "plan",
          label: "Plan",
          content: (
            <ol className="divide-y divide-line rounded border border-line bg-panel">
              {tasks.map((task) => (
                <li key={task.path} className="px-4 py-2">
                  <p className="flex flex-wrap items-center gap-x-2">
                    <span className="tabular text-xs text-ink-soft">{task.id}</span>
                    <FileLink path={task.path} href={hrefs[task.path] ?? ""} />
                    <Said count={said.get(task.path)} />
                    {(task.unfinished || task.gap) && <Badge tone="notice">to be written</Badge>}
                    <span className="ml-auto text-xs text-ink-soft">
                      {task.phaseLabel}, {task.effort}, {STATUS[task.status]}
                    </span>
                  </p>
                  <p className="measure text-ink-soft">{task.purpose}</p>
                  {task.after.length > 0 && (
                    <p className="text-xs text-ink-soft">
                      After {task.after.slice(0, 4).join(", ")}
                      {task.after.length > 4 ? ` and ${task.after.length - 4} more` : ""}
                    </p>
                  )}
                </li>
              ))}
            </ol>
          ),
        },
      ]}
    />
  );
}

/** How many threads each file has. */
function useSaid(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const { threads } = useReview();
  for (const { anchor } of threads)
    if (anchor.kind === "task" || anchor.kind === "line") counts.set(anchor.path, (counts.get(anchor.path) ?? 0) + 1);
  return counts;
}

function Branch({
  node,
  depth,
  hrefs,
  said,
}: {
  node: FolderNode;
  depth: number;
  hrefs: Props["hrefs"];
  said: ReadonlyMap<string, number>;
}) {
  return (
    <ul className={depth > 0 ? "ml-[0.6875rem] border-line border-l pl-1.5" : undefined}>
      {node.folders.map((folder) => (
        <li key={folder.path}>
          <details open className="group/folder">
            <summary className="flex min-h-6 items-center gap-1 rounded hover:bg-sunk">
              <ChevronRight aria-hidden className="size-3 shrink-0 text-ink-soft [[open]>summary>&]:rotate-90" />
              <Folder aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
              <span className="min-w-0 truncate font-mono text-xs font-normal">{folder.name}</span>
            </summary>
            <Branch node={folder} depth={depth + 1} hrefs={hrefs} said={said} />
          </details>
        </li>
      ))}
      {node.files.map((file) => (
        <li key={file.path} className="flex min-h-6 items-center gap-1 pl-4">
          <FileText aria-hidden className="size-3.5 shrink-0 text-ink-soft" />
          <FileLink path={file.path} words={file.name} href={hrefs[file.path] ?? ""} />
          <Said count={said.get(file.path)} />
        </li>
      ))}
    </ul>
  );
}

function FileLink({ path, words = path, href }: { path: string; words?: string; href: string }) {
  return (
    <Link href={href} prefetch={false} className="min-w-0 rounded font-mono text-xs text-accent hover:underline">
      {words}
    </Link>
  );
}

const Said = ({ count = 0 }: { count?: number | undefined }) =>
  count > 0 && <Badge tone="accent">{count === 1 ? "1 comment" : `${count} comments`}</Badge>;
