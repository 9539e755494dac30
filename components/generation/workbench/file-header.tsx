import type { TaskRow } from "#lib/core/view/generation-view.ts";
import { PANE_LABELS, PANES, type PaneId } from "#lib/core/view/pane-view.ts";
import type { TaskFacts } from "#lib/core/view/task-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { Callout } from "../../ui/callout.tsx";
import { cx } from "../../ui/cx.ts";
import { Link } from "../../ui/link.tsx";
import { BecauseLinks } from "../because-links.tsx";

interface Props {
  row: TaskRow;
  facts: TaskFacts;
  base: string;
  pane: PaneId;
  editing: boolean;
}

/** Which file this is, why it is there, and the views of it. */
export function FileHeader({ row, facts, base, pane, editing }: Props) {
  return (
    <header className="space-y-3">
      <div>
        <p className="flex flex-wrap items-center gap-2 text-xs text-ink-soft">
          <span className="tabular font-mono">{row.id}</span>
          <span>{row.phaseLabel}</span>
          <span>{row.effort} effort</span>
          {row.unfinished && row.draft && <Badge tone="notice">a stub, yours to write</Badge>}
          {row.own && <Badge tone="accent">added by you</Badge>}
        </p>
        <h1 className="mt-1 font-mono text-base font-semibold break-all">
          <span className="font-normal text-ink-soft">{row.folder}</span>
          {row.name}
        </h1>
        <p className="measure mt-1">{row.purpose}</p>
      </div>
      <BecauseLinks because={facts.because} />
      {row.gap && !row.draft && (
        <Callout tone="notice" title="No built-in draft">
          {row.gap}
        </Callout>
      )}
      {row.status === "stale" && (
        <Callout tone="warn" title="The design asks for something else now">
          {facts.changedSince.length > 0
            ? `Changed since you accepted it: ${facts.changedSince.join(", ")}. `
            : "Files or answers it depends on changed since you accepted it. "}
          <Link href={`${base}?pane=diff`} className="underline underline-offset-2">
            See what differs
          </Link>
          , then accept what is on the table, or change it.
        </Callout>
      )}
      {row.newer && (
        <Callout tone="notice" title="A newer draft is on the table">
          The accepted draft is delivered until you accept this one.{" "}
          <Link href={`${base}?pane=diff`} className="underline underline-offset-2">
            See what differs
          </Link>
        </Callout>
      )}
      <nav aria-label="Views of this file" className="flex gap-1 overflow-x-auto border-line border-b">
        {PANES.map((one, index) => (
          <Link
            key={one}
            href={one === "content" ? base : `${base}?pane=${one}`}
            scroll={false}
            replace
            aria-current={one === pane && !editing ? "page" : undefined}
            aria-keyshortcuts={String(index + 1)}
            className={cx(
              "focus-visible:-outline-offset-2 flex min-h-9 items-center border-b-2 px-3 font-semibold whitespace-nowrap",
              one === pane ? "border-accent text-ink" : "border-transparent text-ink-soft hover:text-ink",
            )}
          >
            {one === "content" && editing ? "Editing" : PANE_LABELS[one]}
          </Link>
        ))}
      </nav>
    </header>
  );
}
