import type { ReviewView } from "#lib/core/view/review-view.ts";

const WIDTH = 240;
const HEIGHT = 48;
const PAD = 6;

/** The totals of all runs in order, with the bands as hairlines; told in words for those who cannot see it. */
export function TrendLine({ trend, bands }: Pick<ReviewView, "trend" | "bands">) {
  if (trend.length < 2) return null;
  const x = (index: number) => PAD + (index * (WIDTH - 2 * PAD)) / (trend.length - 1);
  const y = (total: number) => HEIGHT - PAD - (total / 25) * (HEIGHT - 2 * PAD);
  const runs = trend.map((point, run) => ({ ...point, run }));
  const points = trend.map(({ total }, index) => `${x(index)},${y(total)}`).join(" ");
  return (
    <figure className="shrink-0">
      <svg
        role="img"
        aria-label={`Totals so far: ${trend.map(({ total }) => total).join(", ")}`}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="h-12 w-60 max-w-full"
      >
        {bands.map(
          ({ id, min }) =>
            min > 0 && (
              <line key={id} x1="0" x2={WIDTH} y1={y(min)} y2={y(min)} className="stroke-line" strokeDasharray="2 3" />
            ),
        )}
        <polyline points={points} fill="none" className="stroke-accent" strokeWidth="1.75" strokeLinejoin="round" />
        {runs.map(({ run, total, current }) => (
          <circle
            key={run}
            cx={x(run)}
            cy={y(total)}
            r={current ? 3.5 : 2.5}
            className={current ? "fill-accent" : "fill-panel stroke-accent"}
          />
        ))}
      </svg>
      <figcaption className="text-xs text-ink-soft">{trend.length} runs</figcaption>
    </figure>
  );
}
