import { Fragment } from "react";
import type { DesignsView } from "#lib/core/view/designs-view.ts";
import { PairTable } from "./pair-table.tsx";

type Decision = DesignsView["stages"][number]["decisions"][number];

interface Props {
  view: DesignsView;
  names: { left: string; right: string };
}

/** Decisions that are answered differently, by stage; of lists and resources just the parts that differ. */
export function DecisionDifferences({ view, names }: Props) {
  const groups = [
    ...view.stages.map(({ title, decisions }) => ({ title, rows: decisions.map(rowOf) })),
    {
      title: "Written reasons",
      rows: view.reasons.map(({ id, left, right }) => ({
        key: id,
        name: id === "band" ? "Going on with this total" : `In spite of ${id}`,
        left: <Text text={left} />,
        right: <Text text={right} />,
      })),
    },
  ].filter(({ rows }) => rows.length > 0);
  return <PairTable caption="Decisions that differ" names={names} groups={groups} />;
}

const rowOf = ({ path, label, details, left, right }: Decision) => ({
  key: path,
  name: label,
  left: <Side side="left" answer={left} details={details} />,
  right: <Side side="right" answer={right} details={details} />,
});

function Side({
  side,
  answer,
  details,
}: {
  side: "left" | "right";
  answer: Decision["left"];
  details: Decision["details"];
}) {
  return (
    <>
      {details.length === 0 ? (
        <Text text={answer.words || null} />
      ) : (
        <dl className="space-y-1.5">
          {details.map((detail) => (
            <Fragment key={detail.at}>
              <dt className="text-xs text-ink-soft">{detail.at}</dt>
              <dd>
                <Text text={detail[side]} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      {answer.reason && (
        <p dir="auto" className="mt-1 text-xs text-ink-soft">
          Because: {answer.reason}
        </p>
      )}
    </>
  );
}

const Text = ({ text }: { text: string | null }) =>
  text === null ? (
    <span className="text-ink-soft">none</span>
  ) : (
    <span dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {text}
    </span>
  );
