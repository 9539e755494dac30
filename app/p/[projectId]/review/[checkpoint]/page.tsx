import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentCaller } from "#app/_server/owner.ts";
import { projectOr404 } from "#app/_server/project.ts";
import { RunsProvider } from "#components/generation/live/runs-context.tsx";
import { LockedStep } from "#components/journey/locked-step.tsx";
import { ReviewWork } from "#components/review/review-work.tsx";
import type { CheckpointId } from "#lib/core/project/state.ts";
import { reviewView } from "#lib/core/view/review-view.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { loadFeasibility } from "#lib/wizard/load-feasibility.ts";
import { loadRuns } from "#lib/wizard/load-runs.ts";
import { answer, applyFindingFix, cancelProof, proveDesign, run } from "./actions.ts";

interface Props {
  params: Promise<{ projectId: string; checkpoint: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Review ${(await params).checkpoint}` };
}

const CHECKPOINTS: Readonly<Record<string, CheckpointId>> = { 1: 1, 2: 2 };

export default async function ReviewPage({ params }: Props) {
  const { projectId, checkpoint } = await params;
  const number = CHECKPOINTS[checkpoint] ?? notFound();
  const view = reviewView((await projectOr404(projectId)).state, number);
  if (view.status === "locked")
    return (
      <LockedStep
        journey={view.journey}
        current={`review-${number}`}
        title={`Design review ${number}`}
        because={view.because}
      />
    );
  const actions = {
    run: run.bind(null, projectId, number),
    answer: answer.bind(null, projectId, number),
    applyFix: applyFindingFix.bind(null, projectId, number),
  };
  if (number === 1) return <ReviewWork key={1} view={view} actions={actions} />;
  const caller = (await currentCaller()) as Caller;
  const [found, runs] = await Promise.all([loadFeasibility(caller, projectId), loadRuns(caller, projectId)]);
  return (
    <RunsProvider projectId={projectId} initial={runs.ok ? runs.value : null}>
      <ReviewWork
        key={2}
        view={view}
        actions={actions}
        feasible={{
          found: found.ok ? found.value : null,
          actions: { prove: proveDesign.bind(null, projectId), cancel: cancelProof.bind(null, projectId) },
        }}
      />
    </RunsProvider>
  );
}
