import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { type Tone, ToneMark } from "./tone.tsx";

const LOOK: Record<Tone | "plain" | "accent", string> = {
  good: "border-good/40 bg-good-soft text-good",
  notice: "border-notice/40 bg-notice-soft text-notice",
  warn: "border-warn/40 bg-warn-soft text-warn",
  stop: "border-stop/40 bg-stop-soft text-stop",
  accent: "border-accent-line bg-accent-soft text-accent-strong",
  plain: "border-line bg-sunk text-ink-soft",
};

/** A small word with its mark; states never speak by colour alone. */
export function Badge({
  tone = "plain",
  children,
  className,
}: {
  tone?: Tone | "plain" | "accent";
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex min-h-5 items-center gap-1 rounded-sm border px-1.5 text-xs font-semibold",
        LOOK[tone],
        className,
      )}
    >
      {tone !== "plain" && tone !== "accent" && <ToneMark tone={tone} />}
      {children}
    </span>
  );
}
