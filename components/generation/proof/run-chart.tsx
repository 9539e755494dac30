import type { RunView } from "#lib/core/view/runs-view.ts";

const BAR = 16;
const GAP = 6;
const HEIGHT = 56;

/** The outcomes of the whole-repository runs in order: failed at the bottom, then what did not run, then passed. */
export function RunChart({ runs }: { runs: readonly RunView[] }) {
  const most = Math.max(1, ...runs.map(totalOf));
  const height = (count: number) => (count * (HEIGHT - 2)) / most;
  const words = runs.map(({ counts }) => `${counts.failed} failed, ${counts.passed} passed`).join("; ");
  const width = runs.length * (BAR + GAP);
  return (
    <figure className="flex flex-wrap items-end gap-x-4 gap-y-1">
      <svg
        role="img"
        aria-label={`Outcomes of the last ${runs.length} runs, oldest first: ${words}`}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        className="max-w-full"
      >
        {runs.map((run, index) => {
          const { failed, passed, partial } = run.counts;
          const total = totalOf(run);
          const x = index * (BAR + GAP);
          return (
            <g key={run.id}>
              <rect x={x} y={HEIGHT - height(total)} width={BAR} height={height(total)} className="fill-line" />
              <rect
                x={x}
                y={HEIGHT - height(failed + passed + partial)}
                width={BAR}
                height={height(passed + partial)}
                className="fill-good"
              />
              <rect
                x={x}
                y={HEIGHT - Math.max(height(failed), failed > 0 ? 3 : 0)}
                width={BAR}
                height={Math.max(height(failed), failed > 0 ? 3 : 0)}
                className="fill-stop"
              />
            </g>
          );
        })}
      </svg>
      <figcaption className="flex gap-3 text-xs text-ink-soft">
        <Legend dot="bg-stop" word="failed" />
        <Legend dot="bg-good" word="passed" />
        <Legend dot="bg-line" word="did not run" />
      </figcaption>
    </figure>
  );
}

const totalOf = ({ counts }: RunView): number => counts.passed + counts.failed + counts.partial + counts.skipped;

function Legend({ dot, word }: { dot: string; word: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`size-2 rounded-full ${dot}`} />
      {word}
    </span>
  );
}
