import type { TaskRow } from "#lib/core/view/generation-view.ts";
import { isOpen } from "#lib/core/view/task-open.ts";

export interface TaskFilter {
  text: string;
  /** An id of `KINDS`, or `group:` and a name. */
  kind: string;
}

/** The ways to narrow the list, in the order they are offered. */
export const KINDS: readonly { id: string; label: string; has(row: TaskRow): boolean }[] = [
  { id: "all", label: "All files", has: () => true },
  { id: "open", label: "To decide", has: isOpen },
  { id: "accepted", label: "Accepted", has: ({ status }) => status === "accepted" },
  { id: "stale", label: "Stale or newer draft", has: ({ status, newer }) => status === "stale" || newer },
  { id: "deferred", label: "Deferred", has: ({ status }) => status === "deferred" },
  { id: "failing", label: "Failing a check", has: ({ proof }) => proof === "critical" || proof === "failed" },
  { id: "waiting", label: "Waiting for a check", has: ({ proof }) => proof === "pending" || proof === "partial" },
  { id: "prompt", label: "Sub-prompt only", has: ({ draft }) => draft === null },
  { id: "stub", label: "Stubs", has: ({ unfinished, draft }) => unfinished && draft !== null },
];

/** Rows that match the words and the kind; words match anywhere in path or purpose, all of them. */
export function filtered(rows: readonly TaskRow[], { text, kind }: TaskFilter): TaskRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const group = kind.startsWith("group:") ? kind.slice("group:".length) : null;
  const has = KINDS.find((one) => one.id === kind)?.has ?? (() => true);
  return rows.filter((row) => {
    const hay = `${row.path} ${row.purpose} ${row.id}`.toLowerCase();
    return (group === null ? has(row) : row.groups.includes(group)) && words.every((word) => hay.includes(word));
  });
}
