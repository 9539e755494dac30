import { ChevronRight } from "lucide-react";
import type { sectionsOf } from "./plan-order.ts";
import { PlanRow, type RowActs } from "./plan-row.tsx";

interface Props {
  section: ReturnType<typeof sectionsOf>[number];
  projectId: string;
  selected: ReadonlySet<string>;
  shifted: ReadonlySet<string>;
  acts: RowActs;
}

/** One part of the plan with its files, in the order of writing; it can be folded. */
export function PlanSection({ section, projectId, selected, shifted, acts }: Props) {
  return (
    <details open className="rounded border border-line bg-panel">
      <summary className="flex min-h-10 items-center gap-2 px-3 hover:bg-sunk">
        <ChevronRight aria-hidden className="size-4 text-ink-soft [[open]>summary>&]:rotate-90" />
        <h2 className="font-semibold">{section.label}</h2>
        <span className="tabular ml-auto text-xs font-normal text-ink-soft">
          {section.rows.length === 1 ? "1 file" : `${section.rows.length} files`}
        </span>
      </summary>
      <ol className="border-line border-t">
        {section.rows.map((row) => (
          <PlanRow
            key={row.path}
            row={row}
            projectId={projectId}
            selected={selected.has(row.path)}
            shifted={shifted.has(row.path)}
            acts={acts}
          />
        ))}
      </ol>
    </details>
  );
}
