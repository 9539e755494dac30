"use client";
import { CheckCheck, FileUp } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { GenerationView, TaskRow } from "#lib/core/view/generation-view.ts";
import { liveStates } from "#lib/core/view/run-words.ts";
import { isOpen } from "#lib/core/view/task-open.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Input, Select } from "../../ui/field.tsx";
import { Link } from "../../ui/link.tsx";
import { fileHref } from "../file-href.ts";
import { useRuns } from "../live/runs-context.tsx";
import { sectionsOf } from "../plan/plan-order.ts";
import { ProofMark } from "../proof-mark.tsx";
import { StatusMark } from "../status-mark.tsx";
import type { Upload } from "./dropped-files.ts";
import { filtered, KINDS, type TaskFilter } from "./task-filter.ts";

interface Props {
  /** The list may stand on the page twice (rail and sheet); ids stay apart. */
  id: string;
  view: GenerationView;
  current: string;
  onPick(): void;
  onAcceptGroup(): void;
  /** Takes files from the disk; null while drafts cannot be written. */
  onUpload: ((uploads: Upload[]) => void) | null;
}

/** Height of a section heading that sticks to the top of the list. */
const HEADING = 28;

/** Every file of the plan with where it stands; narrowed by words, state or group. */
export function TaskList({ id, view, current, onPick, onAcceptGroup, onUpload }: Props) {
  const [filter, setFilter] = useState<TaskFilter>({ text: "", kind: "all" });
  const rows = useMemo(() => filtered(view.tasks, filter), [view.tasks, filter]);
  const { view: runs } = useRuns();
  const live = useMemo(() => liveStates(runs), [runs]);
  const planned = view.tasks.filter(({ status }) => status !== "removed");
  const accepted = planned.filter(({ status }) => status === "accepted").length;
  const open = view.tasks.filter((row) => isOpen(row) && row.draft !== null).length;
  const canAccept = open > 0 && view.plan === "approved" && !view.aborted;
  return (
    <>
      <div className="space-y-2 border-line border-b p-3">
        <div className="flex items-baseline justify-between gap-2">
          <p className="font-semibold">
            <span className="tabular">{accepted}</span> of <span className="tabular">{planned.length}</span> accepted
          </p>
        </div>
        <Progress share={planned.length === 0 ? 0 : accepted / planned.length} />
        <Button
          size="sm"
          look={canAccept ? "primary" : "secondary"}
          className="w-full"
          disabled={!canAccept}
          onClick={onAcceptGroup}
          icon={<CheckCheck aria-hidden className="size-4" />}
        >
          Accept all that pass
        </Button>
        {onUpload && <UploadButton onUpload={onUpload} />}
        <div className="space-y-2">
          <Input
            aria-label="Filter the files"
            type="search"
            placeholder="Filter"
            className="h-8 min-w-0"
            value={filter.text}
            onChange={(event) => setFilter({ ...filter, text: event.target.value })}
          />
          <Select
            aria-label="Which files"
            className="h-8 min-w-0"
            value={filter.kind}
            onChange={(event) => setFilter({ ...filter, kind: event.target.value })}
          >
            {KINDS.map((kind) => (
              <option key={kind.id} value={kind.id}>
                {kind.label} ({view.tasks.filter(kind.has).length})
              </option>
            ))}
            {view.groups.map(({ name, paths }) => (
              <option key={name} value={`group:${name}`}>
                {name} ({paths.length})
              </option>
            ))}
          </Select>
        </div>
      </div>
      <nav aria-label="Files" data-own-scroll className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-6">
        <p role="status" className="sr-only">
          {rows.length} files shown
        </p>
        {rows.length === 0 && (
          <p className="p-3 text-ink-soft">No file matches. Change the words or the choice above.</p>
        )}
        {sectionsOf(rows).map((section) => (
          <section key={section.key} aria-labelledby={`${id}-${section.key}`}>
            <h2
              id={`${id}-${section.key}`}
              className="sticky top-0 flex bg-paper px-2 pt-3 pb-1 text-xs font-semibold text-ink-soft"
            >
              {section.label}
              <span className="tabular ml-auto font-normal">
                {section.rows.filter(({ status }) => status === "accepted").length}/{section.rows.length}
              </span>
            </h2>
            <ul>
              {section.rows.map((row) => (
                <TaskItem
                  key={row.path}
                  row={row}
                  projectId={view.projectId}
                  here={row.path === current}
                  live={live.get(row.path)}
                  onPick={onPick}
                />
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </>
  );
}

/** Takes what an agent wrote elsewhere: several files at once, each to its place. */
function UploadButton({ onUpload }: { onUpload(uploads: Upload[]): void }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label="Choose files to take as drafts"
        onChange={({ target }) => {
          onUpload([...(target.files ?? [])].map((file) => ({ name: file.name, file })));
          target.value = "";
        }}
      />
      <Button
        size="sm"
        className="w-full"
        onClick={() => chooser.current?.click()}
        icon={<FileUp aria-hidden className="size-4" />}
      >
        Take files from the disk
      </Button>
    </>
  );
}

function Progress({ share }: { share: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" className="h-1 w-full">
      <rect width="100" height="4" className="fill-line" />
      <rect width={100 * share} height="4" className="fill-accent" />
    </svg>
  );
}

/** Scrolls the list, never the page, until a row is in sight. */
function showInList(row: HTMLElement): void {
  const list = row.closest<HTMLElement>("[data-own-scroll]");
  if (!list) return;
  const at = row.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (at.top < frame.top + HEADING || at.bottom > frame.bottom) list.scrollTop += at.top - frame.top - frame.height / 2;
}

function TaskItem({
  row,
  projectId,
  here,
  live,
  onPick,
}: {
  row: TaskRow;
  projectId: string;
  here: boolean;
  live: "queued" | "running" | undefined;
  onPick(): void;
}) {
  const link = useRef<HTMLAnchorElement>(null);
  const proof = live ?? row.proof;
  useEffect(() => {
    if (here && link.current) showInList(link.current);
  }, [here]);
  return (
    <li>
      <Link
        ref={link}
        href={fileHref(projectId, row.path)}
        prefetch={false}
        onClick={onPick}
        aria-current={here ? "page" : undefined}
        title={`${row.path}\n${row.purpose}`}
        className={cx(
          "flex scroll-mt-8 items-center gap-2 rounded px-2 py-1",
          here ? "bg-accent-soft" : "hover:bg-sunk",
          row.status === "removed" && "line-through",
        )}
      >
        <StatusMark row={row} />
        <span className="min-w-0 flex-1">
          <span className={cx("block truncate font-mono text-xs", here && "font-semibold")}>{row.name}</span>
          {row.folder && (
            <span className="block truncate font-mono text-[0.6875rem] leading-4 text-ink-soft">{row.folder}</span>
          )}
        </span>
        {proof && <ProofMark state={proof} />}
        {row.draft === null && <span className="text-[0.6875rem] text-ink-soft">prompt</span>}
      </Link>
    </li>
  );
}
