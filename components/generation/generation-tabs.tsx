import type { GenerationView } from "#lib/core/view/generation-view.ts";
import { cx } from "../ui/cx.ts";
import { Link } from "../ui/link.tsx";

export type GenerationPage = "plan" | "files" | "proof" | "deliver" | "agents";

/** The pages of the last stage, with how far each has come. */
export function GenerationTabs({ view, current }: { view: GenerationView; current: GenerationPage }) {
  const planned = view.tasks.filter(({ status }) => status !== "removed");
  const accepted = planned.filter(({ status }) => status === "accepted").length;
  const failing = planned.filter(({ proof }) => proof === "critical" || proof === "failed").length;
  const pages: { page: GenerationPage; label: string; note: string }[] = [
    {
      page: "plan",
      label: "Plan",
      note: view.plan === "approved" ? "approved" : view.plan === "stale" ? "changed" : `${planned.length} files`,
    },
    { page: "files", label: "Files", note: `${accepted} of ${planned.length}` },
    { page: "proof", label: "Proof", note: failing > 0 ? `${failing} failing` : "" },
    { page: "deliver", label: "Deliver", note: "" },
    { page: "agents", label: "Agents", note: "" },
  ];
  return (
    <nav aria-label="Generation" className="-my-1 flex min-w-0 gap-0.5 overflow-x-auto px-0.5 py-1 sm:gap-1">
      {pages.map(({ page, label, note }) => (
        <Link
          key={page}
          href={`/p/${view.projectId}/${page}`}
          aria-current={page === current ? "page" : undefined}
          className={cx(
            "inline-flex h-8 items-center gap-1.5 rounded px-2 font-semibold whitespace-nowrap md:px-2.5",
            page === current ? "bg-accent-soft text-accent-strong" : "text-ink-soft hover:bg-sunk hover:text-ink",
          )}
        >
          {label}
          {note && <span className="tabular hidden text-xs font-normal text-ink-soft sm:inline">{note}</span>}
        </Link>
      ))}
    </nav>
  );
}
