import { ChevronRight } from "lucide-react";
import type { FindingView } from "#lib/core/view/review-view.ts";
import type { SharedReview } from "#lib/core/view/shared-view.ts";
import { LEVEL_TONE, LEVEL_WORD } from "../review/finding-card.tsx";
import { FindingFacts } from "../review/finding-facts.tsx";
import { ScoreHead } from "../review/score-head.tsx";
import { Callout } from "../ui/callout.tsx";
import { signed } from "../ui/signed.ts";
import { ToneMark } from "../ui/tone.tsx";
import { WithMargin } from "./threads.tsx";

/** A review with its score, the trend, and every finding with its evidence. */
export function SharedReviewPart({ review }: { review: SharedReview }) {
  const { checkpoint, title, result, when, stale, answer, trend, bands } = review;
  const findings = [...result.findings, ...result.strengths];
  const given = result.reasonsNeeded.filter((one) => one.given);
  return (
    <section aria-labelledby={`review-${checkpoint}`} className="mt-8 space-y-4">
      <div>
        <h3 id={`review-${checkpoint}`} className="scroll-mt-20 text-base font-semibold">
          {title}
        </h3>
        <p className="mt-0.5 text-xs text-ink-soft">
          Run {when}. {answer}
        </p>
      </div>
      {stale && (
        <Callout tone="warn" title="The design changed since this review">
          What stands here judges the answers as they were then.
        </Callout>
      )}
      <div className="lg:max-w-[calc(100%-22rem)]">
        <ScoreHead result={result} trend={trend} bands={bands} />
      </div>
      {given.map((one) => (
        <p key={one.id} className="measure">
          <span className="text-ink-soft">Goes on in spite of {one.id}, because: </span>
          <span dir="auto">{one.given}</span>
        </p>
      ))}
      <div>
        {findings.map((finding) => (
          <WithMargin
            key={finding.id}
            anchor={{ kind: "finding", checkpoint, id: finding.id }}
            about={`finding ${finding.id} of review ${checkpoint}`}
            className="border-line border-t py-3"
          >
            <Finding checkpoint={checkpoint} finding={finding} />
          </WithMargin>
        ))}
        {findings.length === 0 && (
          <p className="text-ink-soft">No rule of the book speaks for or against this design.</p>
        )}
      </div>
    </section>
  );
}

function Finding({ checkpoint, finding }: { checkpoint: number; finding: FindingView }) {
  return (
    <details id={`review-${checkpoint}-${finding.id}`} className="scroll-mt-20">
      <summary className="flex items-start gap-2 rounded">
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-ink-soft transition-transform duration-[120ms] [[open]>summary>&]:rotate-90"
        />
        <ToneMark tone={LEVEL_TONE[finding.level]} className="mt-[3px]" />
        <span className="min-w-0 flex-1">
          <span className="sr-only">{LEVEL_WORD[finding.level]}: </span>
          {finding.message}
        </span>
        <span className="tabular shrink-0 text-xs text-ink-soft">{signed(finding.points)}</span>
      </summary>
      <div className="mt-3 space-y-3 pl-12">
        <FindingFacts finding={finding} />
        <p className="flex flex-wrap gap-x-3 text-xs">
          {finding.decisions.map(({ path, label, href }) => (
            <a key={path} href={href} className="rounded text-accent underline underline-offset-2">
              {label}
            </a>
          ))}
        </p>
      </div>
    </details>
  );
}
