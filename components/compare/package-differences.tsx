import type { DesignsView } from "#lib/core/view/designs-view.ts";
import { PairTable } from "./pair-table.tsx";

interface Props {
  packages: DesignsView["packages"];
  names: { left: string; right: string };
}

/** Packages that one side asks for and the other does not, or asks for otherwise. */
export function PackageDifferences({ packages, names }: Props) {
  return (
    <PairTable
      caption="Packages that differ"
      names={names}
      groups={packages.map(({ group, names: found }) => ({
        title: group,
        rows: found.map(({ name, left, right }) => ({
          key: name,
          name: <code className="font-normal">{name}</code>,
          left: <Requirement text={left} />,
          right: <Requirement text={right} />,
        })),
      }))}
    />
  );
}

const Requirement = ({ text }: { text: string | null }) =>
  text === null ? (
    <span className="text-ink-soft">not there</span>
  ) : (
    <code className="text-xs [overflow-wrap:anywhere]">{text}</code>
  );
