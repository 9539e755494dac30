"use client";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import type { ProofCell, ProofRow, ProofView } from "#lib/core/view/proof-view.ts";
import { cx } from "../../ui/cx.ts";
import { fileHref } from "../file-href.ts";
import { OUTCOME_FACE, ProofMark } from "../proof-mark.tsx";
import { moveIn, type Place } from "./matrix-filter.ts";

interface Props {
  projectId: string;
  rows: readonly ProofRow[];
  columns: ProofView["columns"];
  /** Of the whole repository; its column is there once it was measured. */
  coverage: ProofView["coverage"];
  /** What is going on about each path right now. */
  live: ReadonlyMap<string, "queued" | "running">;
}

const HEAD =
  "border-line border-b bg-panel px-1 py-2 align-bottom text-xs whitespace-nowrap [overflow-wrap:normal] md:min-w-14 md:px-2";
/** A narrow screen has room for a name only on its side. */
const UPRIGHT = "inline-block max-md:rotate-180 max-md:[writing-mode:vertical-rl]";

/** Files by checks. One tab stop; the arrow keys go from cell to cell, Enter opens the file at that check. */
export function ProofMatrix({ projectId, rows, columns, coverage, live }: Props) {
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const [asked, setPlace] = useState<Place>({ row: 0, column: 0 });
  const measured = coverage.share !== null;
  const place = { row: Math.min(asked.row, rows.length - 1), column: asked.column };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = moveIn(place, event.key, rows.length, columns.length + (measured ? 2 : 1));
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`)?.focus();
  };
  // The links are plain ones, hundreds of them: one listener takes them all to the router.
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const href = (event.target as HTMLElement).closest("a")?.getAttribute("href");
    if (!href) return;
    event.preventDefault();
    router.push(href);
  };
  const at = (row: number, column: number) => ({
    "data-at": `${row}:${column}`,
    tabIndex: row === place.row && column === place.column ? 0 : -1,
    onFocus: () => setPlace({ row, column }),
  });
  return (
    <div className="relative max-h-[calc(100dvh-8rem)] overflow-auto rounded border border-line bg-panel">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that the arrow keys walk is a grid
        role="grid"
        aria-label="Files by checks"
        aria-rowcount={rows.length + 1}
        className="w-full border-separate border-spacing-0"
        onKeyDown={onKey}
        onClick={onClick}
      >
        <thead className="sticky top-0 z-20">
          <tr>
            <th
              scope="col"
              className="sticky left-0 z-10 border-line border-b bg-panel px-3 py-2 text-left align-bottom text-xs"
            >
              File
            </th>
            {columns.map((column) => (
              <th key={column.check} scope="col" title={column.explain} className={HEAD}>
                <span className={UPRIGHT}>{column.label}</span>
              </th>
            ))}
            {measured && (
              <th
                scope="col"
                title="How much of a file all tests cover together, by the repository's own settings."
                className={HEAD}
              >
                <span className={UPRIGHT}>Coverage</span>
              </th>
            )}
          </tr>
          <Totals columns={columns} share={coverage.share} />
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <MatrixRow
              key={row.path}
              row={row}
              label={row.phase === rows[index - 1]?.phase ? null : row.phaseLabel}
              columns={columns}
              measured={measured}
              href={fileHref(projectId, row.path)}
              live={live.get(row.path)}
              at={(column) => at(index, column)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Totals({ columns, share }: { columns: ProofView["columns"]; share: string | null }) {
  return (
    <tr className="text-xs">
      <th
        scope="row"
        className="sticky left-0 z-10 border-line border-b bg-sunk px-3 py-1.5 text-left font-normal text-ink-soft"
      >
        All of them
      </th>
      {columns.map(({ check, passed, failed, rest }) => (
        <td key={check} className="tabular border-line border-b bg-sunk px-1 py-1.5 text-center whitespace-nowrap">
          {failed > 0 ? (
            <span className="font-semibold text-stop">
              {failed}
              <span className="sr-only"> failed</span>
              <span aria-hidden className="max-md:hidden">
                {" "}
                failed
              </span>
            </span>
          ) : passed > 0 ? (
            <span className="text-good">
              {passed}
              <span className="sr-only"> passed</span>
            </span>
          ) : (
            <span className="text-ink-soft">
              {rest > 0 ? rest : "–"}
              {rest > 0 && <span className="sr-only"> did not run</span>}
            </span>
          )}
        </td>
      ))}
      {share !== null && (
        <td className="tabular border-line border-b bg-sunk px-1 py-1.5 text-center whitespace-nowrap">{share}</td>
      )}
    </tr>
  );
}

interface RowProps {
  row: ProofRow;
  /** The part of the plan, where a new one begins. */
  label: string | null;
  columns: ProofView["columns"];
  /** Whether there is a column for coverage. */
  measured: boolean;
  href: string;
  live: "queued" | "running" | undefined;
  at(column: number): object;
}

function MatrixRow({ row, label, columns, measured, href, live, at }: RowProps) {
  const mark = live ?? row.state;
  return (
    <tr className="group">
      <th
        scope="row"
        className={cx(
          "sticky left-0 z-10 w-full max-w-0 min-w-[9rem] bg-panel px-3 py-1 text-left font-normal group-hover:bg-sunk",
          label !== null && "border-line border-t",
        )}
      >
        <a
          {...at(0)}
          href={href}
          title={row.path}
          className="flex items-center gap-2 rounded hover:text-accent focus-visible:-outline-offset-2"
        >
          <span className="inline-flex w-3.5 shrink-0">{mark && <ProofMark state={mark} />}</span>
          <span className="min-w-0 truncate font-mono text-xs">
            <span className="text-ink-soft max-md:hidden">{row.folder}</span>
            {row.name}
          </span>
          {label !== null && (
            <span className="ml-auto hidden pl-3 text-xs whitespace-nowrap text-ink-soft lg:inline">{label}</span>
          )}
        </a>
      </th>
      {columns.map(({ check, label: name }, index) => (
        <td
          key={check}
          className={cx("px-0.5 py-0.5 text-center group-hover:bg-sunk", label !== null && "border-line border-t")}
        >
          <Cell cell={row.cells[index] ?? null} name={name} href={`${href}?check=${check}`} at={at(index + 1)} />
        </td>
      ))}
      {measured && (
        <td
          className={cx(
            "tabular px-1 py-0.5 text-center text-xs whitespace-nowrap group-hover:bg-sunk",
            label !== null && "border-line border-t",
          )}
        >
          <span {...at(columns.length + 1)} className="grid h-7 place-items-center text-ink-soft">
            {row.covered ?? <span className="sr-only">nothing to cover</span>}
          </span>
        </td>
      )}
    </tr>
  );
}

function Cell({ cell, name, href, at }: { cell: ProofCell | null; name: string; href: string; at: object }) {
  if (!cell)
    return (
      <span {...at} className="grid h-7 place-items-center text-line-strong">
        <span aria-hidden>·</span>
        <span className="sr-only">{name} does not apply or was not asked for</span>
      </span>
    );
  const { Icon, word, ink } = OUTCOME_FACE[cell.status];
  return (
    <a
      {...at}
      href={href}
      title={[`${name} ${word}`, cell.words].filter(Boolean).join(": ")}
      className={cx("grid h-7 min-w-7 place-items-center rounded hover:bg-accent-soft", ink)}
    >
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">
        {name} {word}
        {cell.words && `, ${cell.words}`}
      </span>
    </a>
  );
}
