"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { cx } from "./cx.ts";
import { ScrollRegion } from "./scroll-region.tsx";

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the end; the safe one first. */
  footer?: ReactNode;
  width?: "md" | "lg" | "xl";
  initialFocus?: RefObject<HTMLElement | null>;
}

const WIDTH = { md: "max-w-[32rem]", lg: "max-w-[44rem]", xl: "max-w-[72rem]" } as const;
export const BACKDROP =
  "fixed inset-0 z-40 bg-shade transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** A question that must be answered before going on. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  width = "md",
  initialFocus,
}: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup
          {...(initialFocus ? { initialFocus } : {})}
          className={cx(
            "fixed top-[8vh] left-1/2 z-50 flex max-h-[84dvh] w-[calc(100vw-1.5rem)] -translate-x-1/2 flex-col rounded border border-line bg-panel text-ink shadow-lift",
            "transition-[opacity,translate] duration-150 data-ending-style:opacity-0 data-starting-style:-translate-y-1 data-starting-style:opacity-0",
            WIDTH[width],
          )}
        >
          <div className="flex items-start gap-4 border-b border-line px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              {description && <Base.Description className="mt-0.5 text-ink-soft">{description}</Base.Description>}
            </div>
            <CloseMark />
          </div>
          {children && (
            <ScrollRegion label="Details" className="min-h-0 flex-1 px-5 py-4">
              {children}
            </ScrollRegion>
          )}
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

export function CloseMark() {
  return (
    <Base.Close
      aria-label="Close"
      className="-mr-2 grid size-8 shrink-0 place-items-center rounded text-ink-soft hover:bg-sunk hover:text-ink"
    >
      <X aria-hidden className="size-4" />
    </Base.Close>
  );
}
