"use client";
import { ArrowDown, ArrowUp, Ellipsis, Keyboard } from "lucide-react";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import type { CheckedView, TaskFacts } from "#lib/core/view/task-view.ts";
import { Button, buttonClass, IconButton } from "../../ui/button.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import { LazyMenu } from "../../ui/lazy-menu.tsx";
import { Link } from "../../ui/link.tsx";
import { StatusWord } from "../status-mark.tsx";

export interface BarActs {
  accept(): void;
  modify(): void;
  regenerate(): void;
  defer(): void;
  abort(): void;
  reopen(): void;
  help(): void;
  edit(): void;
}

interface Props {
  row: TaskRow;
  facts: TaskFacts;
  checked: CheckedView | null;
  /** Deciding is possible at all: the plan is approved and generation runs. */
  running: boolean;
  editing: boolean;
  busy: boolean;
  hrefs: { previous: string | null; next: string | null; plan: string };
  acts: BarActs;
}

/** The five answers to a draft, and the exact hash that accepting binds to. */
export function VerdictBar({ row, facts, checked, running, editing, busy, hrefs, acts }: Props) {
  const decided = (row.status === "accepted" && !row.newer) || row.status === "deferred";
  return (
    <section
      aria-label="Your decision"
      data-chrome
      className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper"
    >
      <div className="flex h-14 items-center gap-1.5 px-3 md:px-5">
        <Step href={hrefs.previous} label="Previous file" Icon={ArrowUp} />
        <Step href={hrefs.next} label="Next file" Icon={ArrowDown} />
        <span className="hidden md:block">
          <IconButton label="Keyboard help" onClick={acts.help}>
            <Keyboard aria-hidden className="size-4" />
          </IconButton>
        </span>
        <div className="ml-1 hidden min-w-0 flex-1 sm:block">
          <StatusWord row={row} />
          <p className="truncate text-xs text-ink-soft">{bindingWords(row, facts, checked)}</p>
        </div>
        <div className="ml-auto flex items-center gap-1.5">
          {editing ? (
            <span className="text-xs text-ink-soft">Save or leave the editor, then decide.</span>
          ) : row.status === "removed" ? (
            <Link href={hrefs.plan} className={buttonClass("secondary")}>
              Restore it in the plan
            </Link>
          ) : decided ? (
            <Button disabled={!running || busy} onClick={acts.reopen}>
              Open again
            </Button>
          ) : (
            <>
              <span className="hidden gap-1.5 md:flex">
                <Button disabled={!running || busy} onClick={acts.modify} aria-keyshortcuts="m">
                  Modify <Kbd>m</Kbd>
                </Button>
                <Button disabled={!running || busy} onClick={acts.regenerate} aria-keyshortcuts="r">
                  Regenerate <Kbd>r</Kbd>
                </Button>
                <Button disabled={!running || busy} onClick={acts.defer} aria-keyshortcuts="d">
                  Defer <Kbd>d</Kbd>
                </Button>
              </span>
              <AcceptButton row={row} checked={checked} running={running} busy={busy} onAccept={acts.accept} />
            </>
          )}
          {!editing && (
            <LazyMenu
              label="More decisions"
              trigger={<Ellipsis aria-hidden className="size-4" />}
              entries={running ? more(acts) : [{ label: "Keyboard help", hint: "?", onSelect: acts.help }]}
            />
          )}
        </div>
      </div>
    </section>
  );
}

const more = (acts: BarActs) => [
  { label: "Edit the text", hint: "e", onSelect: acts.edit },
  { label: "Modify", hint: "m", onSelect: acts.modify },
  { label: "Regenerate", hint: "r", onSelect: acts.regenerate },
  { label: "Defer", hint: "d", onSelect: acts.defer },
  { label: "End generation", onSelect: acts.abort },
  { label: "Keyboard help", hint: "?", onSelect: acts.help },
];

/** Why the draft on the table cannot be accepted now; null when it can. */
export function acceptHindrance(row: TaskRow, checked: CheckedView | null, running: boolean): string | null {
  if (!running) return "Approve the plan, or resume generation, first.";
  if (row.draft === null) return "There is no content to accept yet.";
  if (checked === null) return "The checks are still running.";
  return checked.verdict.accept === "no" ? checked.verdict.because : null;
}

function AcceptButton({
  row,
  checked,
  running,
  busy,
  onAccept,
}: {
  row: TaskRow;
  checked: CheckedView | null;
  running: boolean;
  busy: boolean;
  onAccept(): void;
}) {
  const hindrance = acceptHindrance(row, checked, running);
  return (
    <Button
      look="primary"
      aria-disabled={hindrance !== null || busy}
      aria-keyshortcuts="a"
      title={hindrance ?? `Accept SHA-256 ${checked?.sha256}`}
      onClick={() => hindrance === null && !busy && onAccept()}
    >
      {checked?.verdict.accept === "acknowledged" ? "Accept with a reason" : "Accept"}{" "}
      <span className="hidden md:inline">
        <Kbd>a</Kbd>
      </span>
    </Button>
  );
}

function bindingWords(row: TaskRow, facts: TaskFacts, checked: CheckedView | null): string {
  if (row.status === "removed") return "Taken out of the plan.";
  if (row.status === "deferred") return row.note;
  if (row.status === "accepted" && !row.newer) return `${facts.accepted}, SHA-256 ${facts.acceptedSha?.slice(0, 12)}`;
  if (!row.draft) return "No content yet: write it, paste it, or give the sub-prompt to your agent.";
  if (checked?.verdict.state === "waiting") return checked.verdict.because;
  const { source = "" } = facts.drafts.find(({ current }) => current) ?? {};
  const name = row.draft.saved ? `Draft ${row.draft.number}, ${source.toLowerCase()}` : "Built-in draft";
  return `${name}, SHA-256 ${(checked?.sha256 || row.draft.sha256).slice(0, 12)}`;
}

function Step({ href, label, Icon }: { href: string | null; label: string; Icon: typeof ArrowUp }) {
  const mark = <Icon aria-hidden className="size-4" />;
  if (href === null) {
    return (
      <IconButton label={label} disabled>
        {mark}
      </IconButton>
    );
  }
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      className="grid size-9 shrink-0 place-items-center rounded text-ink-soft hover:bg-sunk hover:text-ink"
    >
      {mark}
    </Link>
  );
}
