"use client";
import { ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import type { DiffLine } from "#lib/core/view/consequences-view.ts";
import type { DesignsView } from "#lib/core/view/designs-view.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { DiffBlock } from "../ui/diff-block.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

/** Fetches the lines of one file that differ. */
export type DiffOf = (path: string) => Promise<Result<DiffLine[]>>;

type File = DesignsView["files"][number];

const KINDS = [
  { mark: "+", label: "Added", word: "added", ink: "text-good" },
  { mark: "-", label: "Removed", word: "removed", ink: "text-stop" },
  { mark: "~", label: "Changed", word: "changed", ink: "text-warn" },
] as const;

interface Props {
  files: readonly File[];
  same: number;
  /** Whether the open file stands in the address. */
  linkable: boolean;
  diffOf?: DiffOf;
}

/** The files that differ; each opens in place to the lines that do. The open one stands in the address. */
export function FileDifferences({ files, same, linkable, diffOf }: Props) {
  const [only, setOnly] = useState<File["mark"] | null>(null);
  const [open, setOpen] = useFileInQuery(linkable);
  const kinds = KINDS.map((kind) => ({ ...kind, count: files.filter(({ mark }) => mark === kind.mark).length }));
  const shown = files.filter(({ mark }) => only === null || mark === only);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          look={only === null ? "primary" : "secondary"}
          aria-pressed={only === null}
          onClick={() => setOnly(null)}
        >
          All {files.length}
        </Button>
        {kinds
          .filter(({ count }) => count > 0)
          .map(({ mark, label, count }) => (
            <Button
              key={mark}
              size="sm"
              look={only === mark ? "primary" : "secondary"}
              aria-pressed={only === mark}
              onClick={() => setOnly(mark)}
            >
              {label} {count}
            </Button>
          ))}
        <span className="text-xs text-ink-soft">{same} are the same</span>
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded border border-line bg-panel">
        {shown.map((file) => (
          <li key={file.path}>
            {diffOf ? (
              <Opening
                file={file}
                diffOf={diffOf}
                open={open === file.path}
                onOpen={(wanted) => setOpen(wanted ? file.path : null)}
              />
            ) : (
              <p className="flex items-center gap-2 px-3 py-1.5">
                <Name file={file} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Name({ file: { path, mark, added, removed } }: { file: File }) {
  const kind = KINDS.find((one) => one.mark === mark);
  return (
    <>
      <span className={cx("w-3 shrink-0 font-mono text-xs font-bold", kind?.ink)}>
        <span aria-hidden>{mark}</span>
        <span className="sr-only">{kind?.word}</span>
      </span>
      <span className="min-w-0 flex-1 font-mono text-xs [overflow-wrap:anywhere]">{path}</span>
      <span className="tabular shrink-0 text-xs">
        {added > 0 && <span className="text-good">+{added}</span>}{" "}
        {removed > 0 && <span className="text-stop">−{removed}</span>}
        <span className="sr-only"> lines</span>
      </span>
    </>
  );
}

interface OpeningProps {
  file: File;
  diffOf: DiffOf;
  open: boolean;
  onOpen(open: boolean): void;
}

function Opening({ file, diffOf, open, onOpen }: OpeningProps) {
  const [fetched, setFetched] = useState<{ by: DiffOf; lines: Result<DiffLine[]> } | null>(null);
  const lines = fetched?.lines;
  // Of other designs the same file is fetched anew; its last lines stay until then.
  const current = fetched?.by === diffOf && fetched.lines.ok;
  useEffect(() => {
    if (!open || current) return;
    let wanted = true;
    const keep = (found: Result<DiffLine[]>) => wanted && setFetched({ by: diffOf, lines: found });
    diffOf(file.path)
      .then(keep)
      .catch(() => keep({ ok: false, error: [] }));
    return () => {
      wanted = false;
    };
  }, [open, current, diffOf, file.path]);
  return (
    <>
      <h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => onOpen(!open)}
          className="flex min-h-8 w-full items-center gap-2 px-3 py-1.5 text-left font-normal hover:bg-sunk"
        >
          <ChevronRight aria-hidden className={cx("size-3 shrink-0 text-ink-soft", open && "rotate-90")} />
          <Name file={file} />
        </button>
      </h3>
      {open && (
        <div className="border-line border-t p-2">
          {!lines && <Skeleton className="h-24 w-full" />}
          {lines?.ok && <DiffBlock lines={lines.value} label={`What differs in ${file.path}`} />}
          {lines && !lines.ok && (
            <p className="p-2 text-ink-soft">
              {lines.error.map(({ message }) => message).join(" ") || "This file could not be compared just now."} Close
              it and open it again.
            </p>
          )}
        </div>
      )}
    </>
  );
}

const KEY = "file";

/** The open file; where it can be linked to, it stands in the address, `?file=pyproject.toml`. */
function useFileInQuery(linkable: boolean): [string | null, (path: string | null) => void] {
  const [path, setPath] = useState<string | null>(null);
  useEffect(() => {
    if (linkable) setPath(new URLSearchParams(location.search).get(KEY));
  }, [linkable]);
  const open = (next: string | null) => {
    setPath(next);
    if (!linkable) return;
    const address = new URL(location.href);
    if (next === null) address.searchParams.delete(KEY);
    else address.searchParams.set(KEY, next);
    history.replaceState(history.state, "", address);
  };
  return [path, open];
}
