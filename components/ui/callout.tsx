import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { type Tone, ToneMark } from "./tone.tsx";

const LOOK: Record<Tone, string> = {
  good: "border-good/35 bg-good-soft",
  notice: "border-notice/35 bg-notice-soft",
  warn: "border-warn/35 bg-warn-soft",
  stop: "border-stop/35 bg-stop-soft",
};

interface Props {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** What one can do about it: buttons or links. */
  actions?: ReactNode;
  role?: "status" | "alert" | "note";
  className?: string;
  id?: string;
}

/** A message at the place it concerns. */
export function Callout({ tone, title, children, actions, role = "note", className, id }: Props) {
  return (
    <div id={id} role={role} className={cx("flex gap-2.5 rounded border px-3 py-2.5", LOOK[tone], className)}>
      <ToneMark tone={tone} className="mt-[3px]" />
      <div className="min-w-0 flex-1 space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="measure text-ink">{children}</div>}
        {actions && <div className="flex flex-wrap gap-2 pt-1.5">{actions}</div>}
      </div>
    </div>
  );
}
