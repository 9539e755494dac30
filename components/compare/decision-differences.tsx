import type { DesignsView } from "#lib/core/view/designs-view.ts";
import { reasonLabel } from "#lib/core/view/reason-label.ts";
import { PairTable } from "./pair-table.tsx";

type Decision = DesignsView["stages"][number]["decisions"][number];

interface Props {
  view: DesignsView;
  names: { left: string; right: string };
}

/** Decisions that are answered differently, by stage; of lists and resources just the parts that differ. */
export function DecisionDifferences({ view, names }: Props) {
  const groups = [
    ...view.stages.map(({ title, decisions }) => ({ title, rows: decisions.flatMap(rowsOf) })),
    {
      title: "Written reasons",
      rows: view.reasons.map(({ id, left, right }) => ({
        key: id,
        name: reasonLabel(id),
        left: <Text text={left} />,
        right: <Text text={right} />,
      })),
    },
  ].filter(({ rows }) => rows.length > 0);
  return <PairTable caption="Decisions that differ" names={names} groups={groups} />;
}

/** One row a decision, or one for each part that differs; a row of its own for the reasons. */
function rowsOf({ path, label, details, left, right }: Decision) {
  const parts = details.map((detail) => ({
    key: `${path} ${detail.at}`,
    name: <Name label={label} part={detail.at} />,
    left: <Text text={detail.left} />,
    right: <Text text={detail.right} />,
  }));
  const whole = {
    key: path,
    name: label,
    left: <Text text={left.words || null} />,
    right: <Text text={right.words || null} />,
  };
  const reasons = {
    key: `${path} reason`,
    name: <Name label={label} part="written reason" />,
    left: <Text text={left.reason} />,
    right: <Text text={right.reason} />,
  };
  const answered = parts.length > 0 ? parts : left.words === right.words ? [] : [whole];
  return left.reason === right.reason ? answered : [...answered, reasons];
}

const Name = ({ label, part }: { label: string; part: string }) => (
  <>
    {label}
    <span className="block text-xs font-normal text-ink-soft [overflow-wrap:anywhere]">{part}</span>
  </>
);

const Text = ({ text }: { text: string | null }) =>
  text === null ? (
    <span className="text-ink-soft">none</span>
  ) : (
    <span dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {text}
    </span>
  );
