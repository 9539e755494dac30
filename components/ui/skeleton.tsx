import { cx } from "./cx.ts";

/** A grey stand-in in the shape of what comes; invisible for the first 300 ms. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("animate-skeleton rounded bg-line/70", className)} />;
}
