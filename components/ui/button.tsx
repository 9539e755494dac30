import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

const BASE =
  "inline-flex items-center justify-center gap-2 whitespace-nowrap rounded border font-semibold transition-colors duration-[120ms] disabled:border-line disabled:bg-sunk disabled:text-ink-soft aria-disabled:border-line aria-disabled:bg-sunk aria-disabled:text-ink-soft";

const LOOK = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  secondary: "border-line-strong bg-panel text-ink hover:border-ink hover:bg-sunk",
  quiet:
    "border-transparent text-ink-soft hover:bg-sunk hover:text-ink disabled:border-transparent disabled:bg-transparent disabled:opacity-60",
  danger: "border-stop bg-panel text-stop hover:bg-stop-soft",
} as const;

const SIZE = { sm: "h-7 px-2 text-xs", md: "h-9 px-3 text-sm", lg: "h-11 px-5 text-base" } as const;

export type ButtonLook = keyof typeof LOOK;
export type ButtonSize = keyof typeof SIZE;

/** The classes of a button, for links that act as one. */
export const buttonClass = (look: ButtonLook = "secondary", size: ButtonSize = "md", extra?: string): string =>
  cx(BASE, LOOK[look], SIZE[size], extra);

interface Props extends ComponentProps<"button"> {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: ReactNode;
}

export function Button({
  look = "secondary",
  size = "md",
  icon,
  className,
  children,
  type = "button",
  ...rest
}: Props) {
  return (
    <button type={type} className={buttonClass(look, size, className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** A square button that shows only a mark; `label` is what it says to those who cannot see the mark. */
export function IconButton({
  label,
  look = "quiet",
  size = "md",
  className,
  children,
  type = "button",
  ...rest
}: Props & { label: string }) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={cx(BASE, LOOK[look], size === "sm" ? "size-7" : "size-9", className)}
      {...rest}
    >
      {children}
    </button>
  );
}
