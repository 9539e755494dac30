import { CircleAlert, CircleCheck, CircleDashed, CircleDot, CircleDotDashed, Hourglass, OctagonX } from "lucide-react";
import type { Outcome } from "#lib/core/checks/check.ts";
import type { ProofState } from "#lib/core/view/proof-state.ts";
import { cx } from "../ui/cx.ts";

/** How each outcome looks and reads. */
export const OUTCOME_FACE = {
  pass: { Icon: CircleCheck, word: "passed", ink: "text-good" },
  partial: { Icon: CircleDotDashed, word: "passed so far", ink: "text-notice" },
  pending: { Icon: Hourglass, word: "waiting", ink: "text-ink-soft" },
  fail: { Icon: OctagonX, word: "failed", ink: "text-stop" },
  skipped: { Icon: CircleDashed, word: "skipped", ink: "text-ink-soft" },
} as const satisfies Record<Outcome["status"], object>;

const FACE = {
  critical: { Icon: OctagonX, word: "A critical check fails", ink: "text-stop" },
  failed: { Icon: CircleAlert, word: "A check fails", ink: "text-warn" },
  pending: { Icon: Hourglass, word: "Waiting for the sandbox", ink: "text-ink-soft" },
  partial: { Icon: CircleDotDashed, word: "Passed so far; a part waits for another file", ink: "text-notice" },
  unproved: { Icon: CircleDashed, word: "What ran passed; checks that run code did not run", ink: "text-ink-soft" },
  passed: { Icon: CircleCheck, word: "Every check passed", ink: "text-good" },
  queued: { Icon: Hourglass, word: "Waiting in the queue", ink: "text-notice" },
  running: { Icon: CircleDot, word: "The checks are running", ink: "text-accent" },
} as const satisfies Record<ProofState | "queued" | "running", object>;

/** How well a file is proved, as a mark of its own shape; its words are there for those who cannot see it. */
export function ProofMark({ state }: { state: ProofState | "queued" | "running" }) {
  const { Icon, word, ink } = FACE[state];
  return (
    <span className={cx("inline-flex shrink-0", ink)} title={word}>
      <Icon aria-hidden className="size-3.5" />
      <span className="sr-only">{word}</span>
    </span>
  );
}
