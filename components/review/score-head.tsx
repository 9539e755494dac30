import type { ReviewView } from "#lib/core/view/review-view.ts";
import { ScoreBar } from "../ui/score-bar.tsx";
import { TrendLine } from "./trend-line.tsx";

/** Id of the score, on the page. */
export const SCORE_ID = "score";

type Result = NonNullable<ReviewView["result"]>;

/** The number, large, with its band in words, and a bar with a sentence per dimension. */
export function ScoreHead({ result, trend, bands }: { result: Result } & Pick<ReviewView, "trend" | "bands">) {
  return (
    <section
      id={SCORE_ID}
      tabIndex={-1}
      aria-label={`Score: ${result.total} of 25, ${result.band}`}
      className="scroll-mt-20 rounded border border-line bg-panel"
    >
      <div className="flex flex-col gap-x-8 gap-y-4 px-5 pt-5 pb-4 md:flex-row md:items-end md:justify-between">
        <div>
          <p className="flex items-baseline gap-2">
            <span className="tabular text-2xl leading-none font-semibold whitespace-nowrap">{result.total}</span>
            <span className="text-base text-ink-soft">of 25</span>
          </p>
          <p className="mt-2 text-base">
            <strong className="inline-block first-letter:uppercase">{result.band}</strong>
            <span className="text-ink-soft">. {result.advice}</span>
          </p>
        </div>
        <TrendLine trend={trend} bands={bands} />
      </div>
      <dl className="border-line border-t">
        {result.dimensions.map(({ id, score, justification }) => (
          <div
            key={id}
            className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1.5 border-line border-b px-5 py-3 last:border-b-0 md:grid-cols-[8rem_9rem_1fr]"
          >
            <dt className="flex items-baseline gap-2 font-semibold">{id}</dt>
            <dd className="flex items-center gap-2.5">
              <span className="w-24">
                <ScoreBar value={score} />
              </span>
              <span className="tabular w-6 text-right text-ink-soft">{score}</span>
            </dd>
            <dd className="measure col-span-2 text-ink-soft md:col-span-1">{justification}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
