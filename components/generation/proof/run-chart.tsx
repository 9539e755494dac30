import type { RunView } from "#lib/core/view/runs-view.ts";

const BAR = 20;
const GAP = 8;
const HEIGHT = 48;
const LABEL = 14;
/** A run in which nothing failed is still a mark. */
const LEAST = 3;

/** How many checks failed in each run of the whole repository, oldest first. */
export function RunChart({ runs }: { runs: readonly RunView[] }) {
  const most = Math.max(1, ...runs.map(({ counts }) => counts.failed));
  const width = runs.length * (BAR + GAP);
  return (
    <figure className="flex flex-wrap items-end gap-x-4 gap-y-1">
      <svg
        role="img"
        aria-label={`Failed checks of the last ${runs.length} runs, oldest first: ${runs.map(({ counts }) => counts.failed).join(", ")}`}
        viewBox={`0 0 ${width} ${HEIGHT + LABEL}`}
        width={width}
        height={HEIGHT + LABEL}
        className="max-w-full"
      >
        {runs.map(({ id, counts: { failed } }, index) => {
          const height = Math.max(LEAST, (failed * HEIGHT) / most);
          const x = index * (BAR + GAP);
          return (
            <g key={id}>
              <text
                x={x + BAR / 2}
                y={HEIGHT + LABEL - height - 4}
                textAnchor="middle"
                className="tabular fill-ink text-xs"
              >
                {failed}
              </text>
              <rect
                x={x}
                y={HEIGHT + LABEL - height}
                width={BAR}
                height={height}
                className={failed > 0 ? "fill-stop" : "fill-good"}
              />
            </g>
          );
        })}
      </svg>
      <figcaption className="text-xs text-ink-soft">Failed checks in each run, oldest first</figcaption>
    </figure>
  );
}
