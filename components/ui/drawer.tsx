"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { BACKDROP, CloseMark } from "./dialog.tsx";
import { ScrollRegion } from "./scroll-region.tsx";

interface Props {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** From the right edge on wide screens; always from below on a phone. */
  width?: keyof typeof WIDTH;
  side?: "right" | "left";
  initialFocus?: ComponentProps<typeof Base.Popup>["initialFocus"];
}

const WIDTH = { md: "md:w-[26rem]", lg: "md:w-[min(56rem,92vw)]", xl: "md:w-[min(88rem,96vw)]" } as const;

/** Something to look into without leaving the page: from the side, or from below on a phone. */
export function Drawer({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  width = "md",
  side = "right",
  initialFocus,
}: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup
          initialFocus={initialFocus}
          className={cx(
            "fixed inset-x-0 bottom-0 z-50 flex max-h-[88dvh] flex-col rounded-t border border-line bg-panel text-ink shadow-lift transition-[opacity,translate] duration-[180ms] ease-out",
            "data-ending-style:translate-y-6 data-ending-style:opacity-0 data-starting-style:translate-y-6 data-starting-style:opacity-0",
            "md:inset-y-0 md:max-h-none md:rounded-none md:border-y-0",
            side === "right"
              ? "md:left-auto md:border-r-0 md:data-ending-style:translate-x-6 md:data-starting-style:translate-x-6"
              : "md:right-auto md:border-l-0 md:data-ending-style:-translate-x-6 md:data-starting-style:-translate-x-6",
            "md:data-ending-style:translate-y-0 md:data-starting-style:translate-y-0",
            WIDTH[width],
          )}
        >
          <div className="flex items-start gap-4 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-base font-semibold">{title}</Base.Title>
              {description && <Base.Description className="mt-0.5 text-ink-soft">{description}</Base.Description>}
            </div>
            <CloseMark />
          </div>
          <ScrollRegion label="Content" className="min-h-0 flex-1">
            {children}
          </ScrollRegion>
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
