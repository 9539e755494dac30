import { ChevronDown } from "lucide-react";
import { useEffect, useState } from "react";
import type { Evidence } from "#lib/core/view/decision-view.ts";
import { useStageTools } from "../journey/stage-context.ts";
import { SuggestionLine } from "./suggestion-line.tsx";

interface Props {
  path: string;
  /** The evidence for the stored answers. */
  stored: Evidence;
  value: unknown;
  onTake(value: unknown): void;
}

/** How sure a suggestion is and what spoke for it; when it is too close to call, one or two short questions instead of a guess. */
export function EvidenceNote({ path, stored, value, onTake }: Props) {
  const { weigh } = useStageTools();
  const [extra, setExtra] = useState<Record<string, string>>({});
  const [weighed, setWeighed] = useState<Evidence | null>(null);
  const asked = Object.keys(extra).length > 0;
  const print = JSON.stringify(stored);

  // biome-ignore lint/correctness/useExhaustiveDependencies: weighed anew whenever the stored answers change it
  useEffect(() => {
    let current = true;
    if (asked) void weigh(path, extra).then((found) => current && setWeighed(found));
    return () => {
      current = false;
    };
  }, [extra, print]);

  const evidence = (asked && weighed) || stored;
  return (
    <div className="mb-3">
      {evidence.suggestion && evidence.suggestion.value !== value && (
        <SuggestionLine suggestion={evidence.suggestion} onTake={onTake} />
      )}
      <div className="space-y-3 px-4">
        <Ranking evidence={evidence} />
        {evidence.extraQuestions.length > 0 && (
          <div className="space-y-3 rounded border border-line bg-sunk/60 p-3">
            <p className="measure">
              {evidence.close
                ? "Two tiers are close, so we would rather ask than guess."
                : "These answers settled it. They are used for the suggestion only."}
            </p>
            {evidence.extraQuestions.map((question) => (
              <ExtraQuestion
                key={question.id}
                question={question}
                chosen={extra[question.id]}
                onChoose={(id) => setExtra({ ...extra, [question.id]: id })}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function ExtraQuestion({
  question,
  chosen,
  onChoose,
}: {
  question: Evidence["extraQuestions"][number];
  chosen: string | undefined;
  onChoose(id: string): void;
}) {
  if (question.path) {
    return (
      <p>
        <a
          href={`#${question.path}`}
          className="rounded underline decoration-line-strong underline-offset-2 hover:decoration-accent"
        >
          {question.ask}
        </a>
      </p>
    );
  }
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{question.ask}</legend>
      <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {question.options.map((option) => (
          <label key={option.id} className="flex min-h-7 items-center gap-2">
            <input
              type="radio"
              name={`extra-${question.id}`}
              className="size-4 accent-accent"
              checked={chosen === option.id}
              onChange={() => onChoose(option.id)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Ranking({ evidence }: { evidence: Evidence }) {
  return (
    <div className="space-y-1">
      {evidence.ranking.map(({ label, share, points }) => (
        <div key={label} className="flex items-center gap-2 text-xs">
          <span className="w-32 shrink-0 truncate">{label}</span>
          <svg aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none" className="h-1 min-w-0 flex-1">
            <rect width="100" height="4" className="fill-line" />
            <rect width={Math.round(share * 100)} height="4" className="fill-accent" />
          </svg>
          <span className="tabular w-8 text-right text-ink-soft">{Math.round(points * 10) / 10}</span>
        </div>
      ))}
      <details className="group/signals">
        <summary className="inline-flex min-h-6 items-center gap-1 text-xs font-normal text-ink-soft hover:text-ink">
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
    </div>
  );
}
