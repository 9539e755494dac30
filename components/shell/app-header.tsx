import type { ReactNode } from "react";
import { Mark } from "../brand/mark.tsx";
import { Link } from "../ui/link.tsx";
import type { Theme } from "./theme-choice.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

/** The strip above every page: where you are, and the acts that concern the whole page. */
export function AppHeader({ theme, title, children }: { theme: Theme; title?: ReactNode; children?: ReactNode }) {
  return (
    <header
      data-chrome
      className="sticky top-0 z-30 flex h-12 items-center gap-3 border-b border-line bg-paper px-4 md:px-6"
    >
      <Link href="/" className="flex items-center gap-2 rounded font-semibold">
        <Mark className="size-5" />
        <span className={title ? "sr-only md:not-sr-only" : undefined}>Plumbline</span>
      </Link>
      {title && (
        <>
          <span aria-hidden className="text-line-strong">
            /
          </span>
          <span className="min-w-0 truncate font-semibold">{title}</span>
        </>
      )}
      <div className="ml-auto flex items-center gap-1">
        {children}
        <ThemeSwitch initial={theme} />
      </div>
    </header>
  );
}
