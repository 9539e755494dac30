import { ChevronDown } from "lucide-react";
import type { Evidence } from "#lib/core/view/decision-view.ts";

/** How sure the suggestion is, and what spoke for it. */
export function EvidenceNote({ evidence }: { evidence: Evidence }) {
  return (
    <div className="mx-4 mb-3 space-y-2">
      <div className="space-y-1">
        {evidence.ranking.map(({ label, share, points }) => (
          <div key={label} className="flex items-center gap-2 text-xs">
            <span className="w-28 shrink-0 truncate">{label}</span>
            <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" className="h-1 min-w-0 flex-1">
              <rect width="100" height="4" rx="2" className="fill-line" />
              <rect width={Math.round(share * 100)} height="4" rx="2" className="fill-accent" />
            </svg>
            <span className="tabular w-9 text-right text-ink-soft">{Math.round(points * 10) / 10}</span>
          </div>
        ))}
      </div>
      {evidence.signals.length > 0 && (
        <details className="group/signals">
          <summary className="inline-flex items-center gap-1 text-xs text-ink-soft hover:text-ink">
            <ChevronDown aria-hidden className="size-3.5 -rotate-90 group-open/signals:rotate-0" />
            {evidence.signals.length} signals from your answers, confidence {Math.round(evidence.confidence * 100)} %
          </summary>
          <ul className="mt-1 space-y-0.5 pl-5 text-xs">
            {evidence.signals.map((signal) => (
              <li key={`${signal.text}${signal.points}`}>
                {signal.text} <span className="text-ink-soft">speaks for {signal.points}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {evidence.close && <p className="measure text-xs text-notice">Two tiers are close. It would help to know: {evidence.extraQuestions.join(" ")}</p>}
    </div>
  );
}
