"use client";
import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { buttonClass } from "./button.tsx";

export interface MenuEntry {
  label: string;
  icon?: ReactNode;
  hint?: string;
  onSelect(): void;
}

export interface MenuProps {
  trigger: ReactNode;
  label: string;
  entries: readonly MenuEntry[];
  /** It opens as soon as it is there. */
  defaultOpen?: boolean;
}

/** A button that opens a short list of acts. */
export function Menu({ trigger, label, entries, defaultOpen = false }: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen={defaultOpen}>
      <Base.Trigger aria-label={label} title={label} className={buttonClass("quiet", "md", "px-2.5")}>
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-50">
          <Base.Popup className="min-w-44 rounded border border-line bg-panel py-1 text-ink shadow-lift outline-none">
            {entries.map((entry) => (
              <Base.Item
                key={entry.label}
                onClick={entry.onSelect}
                className="flex min-h-8 items-center gap-2.5 px-3 outline-none data-highlighted:bg-accent-soft data-highlighted:text-accent-strong"
              >
                {entry.icon}
                <span className="flex-1">{entry.label}</span>
                {entry.hint && <kbd className="text-xs text-ink-soft">{entry.hint}</kbd>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
