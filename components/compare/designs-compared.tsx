import type { ReactNode } from "react";
import type { DesignsView } from "#lib/core/view/designs-view.ts";
import { cx } from "../ui/cx.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { DecisionDifferences } from "./decision-differences.tsx";
import { type DiffOf, FileDifferences } from "./file-differences.tsx";
import { FindingDifferences } from "./finding-differences.tsx";
import { PackageDifferences } from "./package-differences.tsx";
import { ScoreDifferences } from "./score-differences.tsx";

interface Props {
  view: DesignsView;
  /** How the sides are called in the tables. */
  names: { left: string; right: string };
  /** The lines of one file that differ; without it, files are only listed. */
  diffOf?: DiffOf;
  /** Whether its parts and the open file stand in the address; not where it is shown in passing. */
  linkable?: boolean;
  /** What one can do with the difference, such as taking it along. */
  actions?: ReactNode;
}

/** Everything in which two designs differ, the most telling first; each part only where there is something in it. */
export function DesignsCompared({ view, names, diffOf, linkable = true, actions }: Props) {
  if (view.same)
    return (
      <EmptyState title="No difference">
        Both designs have the same answers and the same reasons, and give the same {view.sameFiles} files, byte for
        byte; answers and manifest are counted with them.
        {linkable && " Choose another point in time, or another design, on either side."}
      </EmptyState>
    );
  const decisions = view.stages.reduce((sum, stage) => sum + stage.decisions.length, 0) + view.reasons.length;
  const packages = view.packages.reduce((sum, { names: found }) => sum + found.length, 0);
  const moved = view.left.score && view.right.score ? view.right.score.total - view.left.score.total : 0;
  const parts: { id: string; title: string; note: string; show: boolean; body: ReactNode }[] = [
    {
      id: "decisions",
      title: "Decisions",
      note: String(decisions),
      show: decisions > 0,
      body: <DecisionDifferences view={view} names={names} />,
    },
    {
      id: "scores",
      title: "Scores",
      note: moved === 0 ? "same total" : `${moved > 0 ? "+" : "−"}${Math.abs(moved)}`,
      show: view.dimensions.length > 0,
      body: <ScoreDifferences view={view} names={names} />,
    },
    {
      id: "findings",
      title: "Findings",
      note: String(view.findings.length),
      show: view.findings.length > 0,
      body: <FindingDifferences findings={view.findings} names={names} />,
    },
    {
      id: "files",
      title: "Files",
      note: String(view.files.length),
      show: view.files.length > 0,
      body: (
        <FileDifferences files={view.files} same={view.sameFiles} linkable={linkable} {...(diffOf ? { diffOf } : {})} />
      ),
    },
    {
      id: "packages",
      title: "Packages",
      note: String(packages),
      show: packages > 0,
      body: <PackageDifferences packages={view.packages} names={names} />,
    },
  ].filter(({ show }) => show);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-y py-2">
        <nav aria-label="Parts of the comparison" className="flex flex-wrap gap-x-4 gap-y-1">
          {parts.map(({ id, title, note }) => (
            <a
              key={id}
              {...(linkable ? { href: `#${id}` } : {})}
              className={cx("inline-flex min-h-7 items-center gap-1.5 rounded", linkable && "hover:text-accent")}
            >
              <span className="font-semibold">{title}</span>
              <span className="tabular text-ink-soft">{note}</span>
            </a>
          ))}
        </nav>
        {actions && <div className="ml-auto">{actions}</div>}
      </div>
      {parts.map(({ id, title, body }) => (
        <section key={id} aria-labelledby={id} className="mt-10">
          <h2 id={id} className="mb-3 scroll-mt-20 text-lg font-semibold">
            {title}
          </h2>
          {body}
        </section>
      ))}
    </>
  );
}
