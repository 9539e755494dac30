import { ArrowRight } from "lucide-react";
import type { MouseEvent } from "react";
import { answerPlace } from "../journey/places.ts";
import { Button } from "../ui/button.tsx";

interface Props {
  suggestion: { value: unknown; words: string; reason: string };
  onTake(value: unknown): void;
}

/** What we would choose and why; it becomes an answer only when taken. */
export function SuggestionLine({ suggestion, onTake }: Props) {
  const take = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const card = currentTarget.closest<HTMLElement>("[data-decision]");
    onTake(suggestion.value);
    // This line goes away with its button; the focus stays with the question.
    requestAnimationFrame(() => card && answerPlace(card)?.focus({ preventScroll: true }));
  };
  return (
    <div className="mx-4 mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded border border-accent-line border-dashed bg-accent-soft/50 py-2 pr-2 pl-3">
      <p className="measure min-w-[12rem] flex-1">
        <span className="font-semibold">Suggested: {suggestion.words}</span>
        {suggestion.reason && (
          <span className="text-ink-soft">, because {suggestion.reason.replace(/^because /, "")}.</span>
        )}
      </p>
      <Button size="sm" onClick={take} icon={<ArrowRight aria-hidden className="size-3.5" />}>
        Take it
      </Button>
    </div>
  );
}
