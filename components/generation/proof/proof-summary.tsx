import type { ProofView } from "#lib/core/view/proof-view.ts";
import { cx } from "../../ui/cx.ts";
import { MATRIX_KINDS } from "./matrix-filter.ts";

/** The colours of the bar's parts, by entry of the filter. */
const LOOK: Readonly<Record<string, { fill: string; dot: string }>> = {
  failing: { fill: "fill-stop", dot: "bg-stop" },
  waiting: { fill: "fill-notice", dot: "bg-notice" },
  unproved: { fill: "fill-line-strong", dot: "bg-line-strong" },
  passed: { fill: "fill-good", dot: "bg-good" },
};

interface Props {
  proof: ProofView;
  /** The part that the matrix shows now. */
  kind: string;
  onKind(kind: string): void;
}

/** How much of the repository is proved: a sentence, a bar, and a button for each part of it. */
export function ProofSummary({ proof, kind, onKind }: Props) {
  const total = proof.rows.length;
  const parts = MATRIX_KINDS.map(({ id, label, has }) => ({
    id,
    label,
    count: proof.rows.filter(has).length,
    ...LOOK[id],
  }));
  let from = 0;
  return (
    <section aria-label="How much is proved" className="rounded border border-line bg-panel px-5 py-4">
      <p className="flex items-baseline gap-2">
        <span className="tabular text-2xl leading-none font-semibold">{proof.files.passed}</span>
        <span className="text-base text-ink-soft">of {total} files fully proved</span>
      </p>
      <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" className="mt-3 h-2 w-full rounded-sm">
        <rect width="100" height="4" className="fill-line" />
        {parts.map(({ id, fill, count }) => {
          if (!fill) return null;
          const width = total === 0 ? 0 : (100 * count) / total;
          from += width;
          return <rect key={id} x={from - width} width={width} height="4" className={fill} />;
        })}
      </svg>
      <fieldset className="mt-3 flex flex-wrap gap-1.5">
        <legend className="sr-only">Which files the matrix shows</legend>
        {parts.map((part) => (
          <button
            key={part.id}
            type="button"
            aria-pressed={kind === part.id}
            onClick={() => onKind(part.id)}
            className={cx(
              "inline-flex h-7 items-center gap-1.5 rounded border px-2 text-xs",
              kind === part.id
                ? "border-accent bg-accent-soft font-semibold text-accent-strong"
                : "border-line hover:border-line-strong hover:bg-sunk",
            )}
          >
            {part.dot && <span aria-hidden className={cx("size-2 rounded-full forced-color-adjust-none", part.dot)} />}
            {part.label} <span className="tabular">{part.count}</span>
          </button>
        ))}
      </fieldset>
      <Covered coverage={proof.coverage} />
    </section>
  );
}

/** What all tests cover together; what was not measured says why. */
function Covered({ coverage: { share, words, reached } }: { coverage: ProofView["coverage"] }) {
  return (
    <p className="mt-4 border-line border-t pt-3 text-xs text-ink-soft">
      <span className="font-semibold text-ink">Test coverage</span>{" "}
      {share === null ? (
        "is not measured. "
      ) : (
        <span className={cx("tabular font-semibold", FLOOR_INK[String(reached)])}>{share}</span>
      )}
      {share === null ? words : `: ${words}.`}
    </p>
  );
}

/** By whether the repository's own floor is reached. */
const FLOOR_INK: Readonly<Record<string, string>> = { true: "text-good", false: "text-notice", null: "text-ink" };
