import type { DesignsView } from "#lib/core/view/designs-view.ts";
import { cx } from "../ui/cx.ts";
import { ScoreBar } from "../ui/score-bar.tsx";

interface Props {
  view: Pick<DesignsView, "left" | "right" | "dimensions" | "checkpoint">;
  names: { left: string; right: string };
}

/** The five dimensions with a bar for each side, and the totals; one sentence where all are the same. */
export function ScoreDifferences({ view, names }: Props) {
  const { left, right, dimensions, checkpoint } = view;
  const alike = dimensions.every((dimension) => dimension.left === dimension.right);
  if (alike && left.score)
    return (
      <p>
        Both have{" "}
        <strong className="tabular">
          {left.score.total} of 25, {left.score.band}
        </strong>
        , with the same score in every dimension.
      </p>
    );
  return (
    <>
      <div className="rounded border border-line bg-panel">
        <table className="w-full table-fixed">
          <caption className="sr-only">Scores by dimension, each out of 5</caption>
          <thead>
            <tr className="border-line border-b bg-sunk text-left text-xs">
              <th scope="col" className="w-28 px-3 py-2 sm:w-36">
                Dimension
              </th>
              <th scope="col" className="px-3 py-2 [overflow-wrap:anywhere]">
                {names.left}
              </th>
              <th scope="col" className="px-3 py-2 [overflow-wrap:anywhere]">
                {names.right}
              </th>
              <th scope="col" className="w-14 px-3 py-2 text-right sm:w-24">
                <span className="sr-only sm:not-sr-only">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {dimensions.map((dimension) => (
              <tr key={dimension.id} className="border-line border-b">
                <th scope="row" className="truncate px-3 py-2 text-left text-xs font-normal sm:text-sm">
                  {dimension.id}
                </th>
                <Score value={dimension.left} />
                <Score value={dimension.right} />
                <Change from={dimension.left} to={dimension.right} />
              </tr>
            ))}
            <tr className="font-semibold">
              <th scope="row" className="px-3 py-2 text-left">
                Total
              </th>
              <Total side={left} />
              <Total side={right} />
              <Change from={left.score?.total ?? null} to={right.score?.total ?? null} />
            </tr>
          </tbody>
        </table>
      </div>
      {checkpoint === 1 && (
        <p className="measure mt-2 text-xs text-ink-soft">
          Both are judged as at review 1, because the features of one are still open.
        </p>
      )}
    </>
  );
}

const Score = ({ value }: { value: number | null }) => (
  <td className="px-3 py-2">
    {value === null ? (
      <span className="text-ink-soft">not yet</span>
    ) : (
      <span className="flex items-center gap-2">
        <span className="tabular w-6 shrink-0 text-right">{value}</span>
        <ScoreBar value={value} size="sm" />
      </span>
    )}
  </td>
);

const Total = ({ side: { score } }: { side: DesignsView["left"] }) => (
  <td className="px-3 py-2">
    {score ? (
      <>
        <span className="tabular">{score.total}</span>{" "}
        <span className="text-xs font-normal text-ink-soft">of 25, {score.band}</span>
      </>
    ) : (
      <span className="font-normal text-ink-soft">not yet</span>
    )}
  </td>
);

function Change({ from, to }: { from: number | null; to: number | null }) {
  const moved = from === null || to === null ? 0 : to - from;
  return (
    <td
      className={cx("tabular px-3 py-2 text-right font-semibold", moved > 0 && "text-good", moved < 0 && "text-stop")}
    >
      {moved === 0 ? (
        <span className="font-normal text-ink-soft">same</span>
      ) : (
        `${moved > 0 ? "+" : "−"}${Math.abs(moved)}`
      )}
    </td>
  );
}
