import { CircleCheck, CircleDashed, CircleSlash, Clock, RotateCcw } from "lucide-react";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import { cx } from "../ui/cx.ts";

const FACE = {
  open: { Icon: CircleDashed, word: "Open", ink: "text-ink-soft" },
  accepted: { Icon: CircleCheck, word: "Accepted", ink: "text-good" },
  stale: { Icon: RotateCcw, word: "Stale", ink: "text-warn" },
  deferred: { Icon: Clock, word: "Deferred", ink: "text-notice" },
  removed: { Icon: CircleSlash, word: "Removed", ink: "text-ink-soft" },
} as const;

/** The words for where a file stands; an accepted one with a newer draft says so. */
const statusWord = ({ status, newer }: Pick<TaskRow, "status" | "newer">): string =>
  newer ? "Newer draft" : FACE[status].word;

/** Where a file stands, as a mark of its own shape; its word is there for those who cannot see it. */
export function StatusMark({ row, className }: { row: Pick<TaskRow, "status" | "newer">; className?: string }) {
  const { Icon, ink } = row.newer ? FACE.stale : FACE[row.status];
  return (
    <span className={cx("inline-flex shrink-0", ink, className)} title={statusWord(row)}>
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{statusWord(row)}</span>
    </span>
  );
}

/** The mark with its word beside it. */
export function StatusWord({ row }: { row: Pick<TaskRow, "status" | "newer"> }) {
  const { Icon, ink } = row.newer ? FACE.stale : FACE[row.status];
  return (
    <span className={cx("inline-flex items-center gap-1 text-xs whitespace-nowrap", ink)}>
      <Icon aria-hidden className="size-3.5" />
      {statusWord(row)}
    </span>
  );
}
