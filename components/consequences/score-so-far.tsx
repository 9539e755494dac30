import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import type { ScorePreview } from "#lib/core/view/consequences-view.ts";
import { Link } from "../ui/link.tsx";
import { ScoreBar } from "../ui/score-bar.tsx";
import { signed } from "../ui/signed.ts";

type Dimension = ScorePreview["dimensions"][number];

interface Props {
  score: ScorePreview;
  /** A link to a question was followed. */
  onLeave?: (() => void) | undefined;
}

/** The total and its five dimensions; each unfolds to what gave and took its points. */
export function ScoreSoFar({ score, onLeave }: Props) {
  const moved = score.before === null ? 0 : score.total - score.before;
  return (
    <>
      <p className="mb-3">
        <span className="flex items-baseline gap-2">
          <span className="tabular text-lg font-semibold whitespace-nowrap">{score.total}</span>
          <span className="text-ink-soft">of 25, {score.band}</span>
        </span>
        {moved !== 0 && (
          <span className={`tabular block text-xs font-semibold ${moved > 0 ? "text-good" : "text-stop"}`}>
            {signed(moved)} by the last change
          </span>
        )}
      </p>
      {score.dimensions.map((dimension) => (
        <details key={dimension.id} className="group/dimension">
          <summary className="-mx-1 grid min-h-6 grid-cols-[0.75rem_6.5rem_1fr_2rem] items-center gap-1.5 rounded px-1 text-xs font-normal hover:bg-sunk">
            <ChevronRight aria-hidden className="size-3 text-ink-soft group-open/dimension:rotate-90" />
            <span>{dimension.id}</span>
            <ScoreBar value={dimension.score} size="sm" />
            <span className="tabular text-right text-ink-soft">
              {dimension.score}
              <span className="sr-only"> of 5</span>
            </span>
          </summary>
          <Reckoning dimension={dimension} onLeave={onLeave} />
        </details>
      ))}
    </>
  );
}

/** From what a dimension starts with to what it has. */
function Reckoning({ dimension: { base, held, rules }, onLeave }: { dimension: Dimension; onLeave: Props["onLeave"] }) {
  return (
    <ul className="space-y-1 pt-1 pb-2.5 pl-[1.125rem] text-xs">
      <Line points={`${base}`}>to start with</Line>
      {rules.map(({ message, points, href }) => (
        <Line key={message} points={signed(points)}>
          {href ? (
            <Link
              href={href}
              {...(onLeave ? { onClick: onLeave } : {})}
              className="rounded underline decoration-line-strong underline-offset-2 hover:decoration-accent"
            >
              {message}
            </Link>
          ) : (
            message
          )}
        </Line>
      ))}
      {held && <Line points="">Held back, because {held}.</Line>}
    </ul>
  );
}

function Line({ points, children }: { points: string; children: ReactNode }) {
  return (
    <li className="flex gap-2">
      <span className="tabular w-8 shrink-0 text-right font-semibold text-ink-soft">{points}</span>
      <span className="min-w-0">{children}</span>
    </li>
  );
}
