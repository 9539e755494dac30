import { useCallback } from "react";
import { DesignsCompared } from "../compare/designs-compared.tsx";
import type { StageActions, Trial } from "../journey/use-stage.ts";
import { Callout } from "../ui/callout.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { Tried } from "./use-trial.ts";

interface Props {
  /** Null while nothing is changed, or before the first answer of the server. */
  tried: Tried | null;
  changed: boolean;
  tryFile: StageActions["tryFile"];
}

/** Everything that the changes would do: tier, what becomes stale, then the two designs side by side. */
export function TrialFound({ tried, changed, tryFile }: Props) {
  const diffOf = useCallback((file: string) => tryFile(tried?.changes ?? [], file), [tryFile, tried]);
  if (!changed)
    return (
      <p className="measure text-ink-soft">
        This is your answer as it stands. Change it, and what that would do to tier, scores, files and packages stands
        here.
      </p>
    );
  if (!tried) return <Skeleton className="h-40 w-full" />;
  if (!tried.found.ok)
    return (
      <p className="measure text-ink-soft">What it would do stands here once the answer is one that can be taken.</p>
    );
  const { view, stale } = tried.found.value;
  return (
    <div className="space-y-4">
      {view.left.tier !== view.right.tier && (
        <p>
          The tier becomes <strong>{view.right.tier}</strong>.
        </p>
      )}
      {stale.length > 0 && (
        <Callout tone="warn" title="Taking it makes stale">
          <ul className="list-disc pl-4">
            {stale.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
        </Callout>
      )}
      <DesignsCompared view={view} names={{ left: "As it is", right: "With it" }} diffOf={diffOf} linkable={false} />
    </div>
  );
}

/** What it comes to, in one line. */
export function inShort({ view }: Trial): string {
  const [now, then] = [view.left.score?.total, view.right.score?.total];
  const score = now === undefined || then === undefined ? "" : `Score ${now === then ? now : `${now} → ${then}`}, `;
  return `${score}${view.files.length} ${view.files.length === 1 ? "file differs" : "files differ"}`;
}
