"use client";
import { Wrench } from "lucide-react";
import { use, useState } from "react";
import type { RepairView } from "#lib/core/view/repair-view.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DiffBlock } from "../../ui/diff-block.tsx";
import { ProblemList } from "../problem-list.tsx";
import type { useAct } from "../use-act.ts";

type Proposed = Extract<RepairView, { kind: "proposed" }>;

interface Props {
  path: string;
  repair: Promise<RepairView | null>;
  act: ReturnType<typeof useAct>;
  onApply(proposed: Proposed): void;
  /** The other ways on, for what no repair mends. */
  onEdit(): void;
  onRegenerate(): void;
  onDefer(): void;
}

/** What a machine could mend in the draft on the table: nothing happens to it before someone agrees. */
export function RepairCard({ path, repair, act, onApply, onEdit, onRegenerate, onDefer }: Props) {
  const found = use(repair);
  const [dismissed, setDismissed] = useState(false);
  if (!found) return null;
  if (found.kind === "none")
    return (
      <Callout
        tone="notice"
        title={found.message}
        actions={
          <>
            <Button size="sm" onClick={onEdit}>
              Edit it
            </Button>
            <Button size="sm" onClick={onRegenerate}>
              Regenerate with the failures
            </Button>
            <Button size="sm" onClick={onDefer}>
              Defer it
            </Button>
          </>
        }
      >
        {found.hint}
      </Callout>
    );
  if (dismissed)
    return (
      <p className="text-xs text-ink-soft">
        The repair was put aside; nothing changed.{" "}
        <button type="button" className="underline underline-offset-2" onClick={() => setDismissed(false)}>
          Show it again
        </button>
      </p>
    );
  return (
    <section aria-labelledby="repair" className="space-y-3 rounded border border-accent-line bg-panel px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="repair" className="flex items-center gap-2 font-semibold">
          <Wrench aria-hidden className="size-4 text-accent" />A repair is proposed
        </h2>
        <p className="tabular text-xs text-ink-soft">
          Repair {found.attempt} of {found.most} in a row
        </p>
      </div>
      <ul className="measure list-disc space-y-0.5 pl-5">
        {found.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p className="tabular text-xs text-ink-soft">
        Findings: {found.before} before, {found.after} after. <span className="text-good">+{found.added} added</span>{" "}
        <span className="text-stop">−{found.removed} removed</span>
      </p>
      <div className="max-h-80 overflow-y-auto">
        <DiffBlock lines={found.lines} label={`What the repair changes in ${path}`} />
      </div>
      <ProblemList problems={act.problems} title="The repair was not applied" />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={act.busy} onClick={() => onApply(found)}>
          {onlyFormats(found) ? "Take the formatted text" : "Apply as a new draft"}
        </Button>
        <Button disabled={act.busy} onClick={() => setDismissed(true)}>
          Dismiss
        </Button>
      </div>
    </section>
  );
}

const onlyFormats = ({ reasons }: Proposed): boolean =>
  reasons.length === 1 && reasons[0]?.startsWith("Formatted") === true;
