import type { DesignsView } from "#lib/core/view/designs-view.ts";
import { LEVEL_TONE, LEVEL_WORD } from "../review/finding-card.tsx";
import { Badge } from "../ui/badge.tsx";

type Finding = DesignsView["findings"][number];

interface Props {
  findings: readonly Finding[];
  names: { left: string; right: string };
}

/** Findings that make the difference: those of one side only, then those that rest on other answers on each. */
export function FindingDifferences({ findings, names }: Props) {
  const groups = [
    { title: `${names.left} only`, found: findings.filter(({ right }) => right === null) },
    { title: `${names.right} only`, found: findings.filter(({ left }) => left === null) },
    {
      title: "Both, on other answers",
      found: findings.filter(({ left, right }) => left !== null && right !== null),
    },
  ].filter(({ found }) => found.length > 0);
  return (
    <div className="space-y-5">
      {groups.map(({ title, found }) => (
        <div key={title}>
          <h3 className="mb-2 text-xs font-semibold text-ink-soft [overflow-wrap:anywhere]">
            {title} ({found.length})
          </h3>
          <ul className="divide-y divide-line rounded border border-line bg-panel">
            {found.map((finding) => (
              <Row key={finding.id} finding={finding} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Row({ finding }: { finding: Finding }) {
  const shown = finding.left ?? finding.right;
  if (!shown) return null;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-3 py-2">
      <Badge tone={LEVEL_TONE[shown.level]}>{LEVEL_WORD[shown.level]}</Badge>
      <div className="min-w-0 flex-1 basis-60">
        <p>{shown.message}</p>
        {finding.because.map(({ label, left, right }) => (
          <p key={label} dir="auto" className="text-xs text-ink-soft [overflow-wrap:anywhere]">
            {label}: {left} → {right}
          </p>
        ))}
      </div>
      <span className="tabular text-xs text-ink-soft">
        {finding.dimension} {shown.points > 0 ? "+" : shown.points < 0 ? "−" : ""}
        {Math.abs(shown.points)}
      </span>
    </li>
  );
}
