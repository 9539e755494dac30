import { CircleAlert, CircleCheck, Info, OctagonX } from "lucide-react";
import { cx } from "./cx.ts";

/** The four states. Each comes with a mark of its own shape and a word beside it. */
export type Tone = "good" | "notice" | "warn" | "stop";

const MARK = { good: CircleCheck, notice: Info, warn: CircleAlert, stop: OctagonX } as const;
const INK: Record<Tone, string> = { good: "text-good", notice: "text-notice", warn: "text-warn", stop: "text-stop" };

export function ToneMark({ tone, className }: { tone: Tone; className?: string }) {
  const Mark = MARK[tone];
  return <Mark aria-hidden className={cx("size-3.5 shrink-0", INK[tone], className)} />;
}
