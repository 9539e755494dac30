import type { DesignComparison, FileDifference } from "#lib/core/compare/compare-designs.ts";
import type { DiffLine } from "#lib/core/view/consequences-view.ts";
import { evidenceText } from "#lib/core/view/designs-view.ts";
import { reasonLabel } from "#lib/core/view/reason-label.ts";
import { cx } from "../ui/cx.ts";
import { DiffBlock } from "../ui/diff-block.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";

interface Props {
  comparison: DesignComparison;
  /** The file that is shown, as lines that came and went. */
  shown: { path: string; lines: DiffLine[] } | null;
  fileHref(path: string): string;
}

/** Everything that changed between two versions of a design: answers, score, findings, files. */
export function SharedChanges({ comparison, shown, fileHref }: Props) {
  const { same, decisions, reasons, score, findings, files, dependencies } = comparison;
  const answers = decisions.length + reasons.length;
  if (same)
    return (
      <EmptyState title="Nothing changed">
        Answers, score and files are as they were. What changes from now on will be listed here.
      </EmptyState>
    );
  return (
    <div className="space-y-10">
      <section aria-labelledby="changed-answers">
        <h2 id="changed-answers" className="text-lg font-semibold">
          {answers === 1 ? "One answer" : answers === 0 ? "No answer" : `${answers} answers`}
        </h2>
        <dl className="mt-2 divide-y divide-line">
          {decisions.map(({ path, label, left, right }) => (
            <div key={path} className="grid gap-x-6 py-3 md:grid-cols-[12rem_minmax(0,1fr)]">
              <dt className="text-ink-soft">{label}</dt>
              <dd dir="auto" className="measure">
                <del className="text-ink-soft">{left.words || "no answer"}</del>{" "}
                <ins className="font-semibold no-underline">{right.words || "no answer"}</ins>
                {right.reason && <span className="mt-0.5 block text-xs text-ink-soft">Because: {right.reason}</span>}
              </dd>
            </div>
          ))}
          {reasons.map(({ id, left, right }) => (
            <div key={id} className="grid gap-x-6 py-3 md:grid-cols-[12rem_minmax(0,1fr)]">
              <dt className="text-ink-soft">{reasonLabel(id)}</dt>
              <dd dir="auto" className="measure">
                <del className="text-ink-soft">{left ?? "no reason"}</del>{" "}
                <ins className="font-semibold no-underline">{right ?? "no reason"}</ins>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="changed-score">
        <h2 id="changed-score" className="text-lg font-semibold">
          Score
        </h2>
        <p className="tabular mt-2 text-base">
          {score.left?.total ?? "none"} then, <strong>{score.right?.total ?? "none"}</strong> now, of 25
        </p>
        <ul className="mt-2 space-y-1">
          {findings.map(({ id, left, right }) => (
            <li key={id} className="measure">
              <span className="text-ink-soft">{left ? (right ? "On other answers: " : "Gone: ") : "New: "}</span>
              {(right ?? left)?.message}
              {evidenceText({ left, right }).map((one) => (
                <span key={one.label} dir="auto" className="block text-xs text-ink-soft">
                  {one.label}: {one.left} → {one.right}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="changed-files">
        <h2 id="changed-files" className="text-lg font-semibold">
          {files.length === 1 ? "One file" : files.length === 0 ? "No file" : `${files.length} files`}
        </h2>
        <p className="text-ink-soft">
          As they are drawn from the answers
          {dependencies.length > 0
            ? `; packages: ${dependencies.map(({ name, left, right }) => `${left === null ? "+" : right === null ? "−" : "~"}${name}`).join(", ")}`
            : ""}
          .
        </p>
        <nav aria-label="Files that changed" className="mt-3 flex flex-wrap gap-1.5">
          {files.map((file) => (
            <Link
              key={file.path}
              href={fileHref(file.path)}
              prefetch={false}
              scroll={false}
              aria-current={file.path === shown?.path ? "true" : undefined}
              className={cx(
                "rounded border px-2 py-1 font-mono text-xs",
                file.path === shown?.path ? "border-accent bg-accent-soft" : "border-line bg-panel hover:border-accent",
              )}
            >
              {file.path} <span className="tabular text-ink-soft">{countsOf(file)}</span>
            </Link>
          ))}
        </nav>
        {shown && (
          <div className="mt-4">
            <DiffBlock lines={shown.lines} label={`Changes of ${shown.path}`} />
          </div>
        )}
      </section>
    </div>
  );
}

function countsOf({ left, right }: FileDifference): string {
  if (left === null) return "new";
  if (right === null) return "gone";
  return `+${right} −${left}`;
}
