import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** A part that scrolls on its own; it takes the focus, so that the keyboard can scroll it too (WCAG 2.1.1). */
export function ScrollRegion({
  id,
  label,
  className,
  children,
}: {
  id?: string;
  label: string;
  className?: string;
  children: ReactNode;
}) {
  const reachable = { role: "group", tabIndex: 0, "aria-label": label };
  return (
    <div id={id} {...reachable} className={cx("overflow-auto focus-visible:-outline-offset-2", className)}>
      {children}
    </div>
  );
}
