import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";
import { Link } from "../ui/link.tsx";

interface Props {
  projectId: string;
  current: "designs" | "options";
  back: { href: string; label: string };
  title: string;
  text: string;
  children: ReactNode;
}

/** The frame of both comparisons: the way back, the two kinds as tabs with an address each, the title. */
export function CompareTabs({ projectId, current, back, title, text, children }: Props) {
  const tabs = [
    { id: "designs", label: "Designs", href: `/p/${projectId}/compare` },
    { id: "options", label: "Options of a decision", href: `/p/${projectId}/compare?tab=options` },
  ];
  return (
    <main id="main" className="mx-auto max-w-[80rem] px-4 pt-6 pb-24 md:px-8">
      <Link href={back.href} className="inline-flex items-center gap-1.5 rounded text-ink-soft hover:text-accent">
        <ArrowLeft aria-hidden className="size-4" /> {back.label}
      </Link>
      <nav aria-label="What to compare" className="mt-3 flex gap-1 overflow-x-auto border-line border-b">
        {tabs.map(({ id, label, href }) => (
          <Link
            key={id}
            href={href}
            aria-current={id === current ? "page" : undefined}
            className={cx(
              "focus-visible:-outline-offset-2 flex min-h-9 items-center whitespace-nowrap border-b-2 px-3 font-semibold",
              id === current ? "border-accent text-ink" : "border-transparent text-ink-soft hover:text-ink",
            )}
          >
            {label}
          </Link>
        ))}
      </nav>
      <h1 className="mt-6 text-xl font-semibold text-balance">{title}</h1>
      <p className="measure mt-1 text-ink-soft">{text}</p>
      {children}
    </main>
  );
}
