import { useMemo } from "react";
import { type Feasibility, type FeasibilityRun, feasibility } from "#lib/core/view/feasibility-view.ts";
import { useRuns } from "../generation/live/runs-context.tsx";

/** What is known about whether the design works, as the stream of runs tells it; the page's own knowledge until then. */
export function useFeasibility(found: FeasibilityRun | null): Feasibility {
  const { view } = useRuns();
  return useMemo(() => {
    const newer = found && view?.runs.find(({ id }) => id === found.run.id);
    return feasibility(newer ? { ...found, run: newer } : found, view?.sandbox ?? null);
  }, [found, view]);
}
