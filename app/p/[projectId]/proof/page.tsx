import type { Metadata } from "next";
import { stageFour } from "#app/_server/generation.ts";
import { RunsProvider } from "#components/generation/live/runs-context.tsx";
import { ProofWork } from "#components/generation/proof/proof-work.tsx";
import { LockedStep } from "#components/journey/locked-step.tsx";
import { proofView } from "#lib/core/view/proof-view.ts";
import { loadRuns } from "#lib/wizard/load-runs.ts";
import { rememberedCoverage } from "#lib/wizard/proved.ts";
import { checkSome } from "../files/actions.ts";
import { cancel, prove } from "./actions.ts";

export const metadata: Metadata = { title: "Proof" };

/** How many runs the history shows. */
const HISTORY = 40;

/** What has run for every file of the repository, and the runs so far. */
export default async function ProofPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const four = await stageFour(projectId);
  if (four.locked)
    return <LockedStep journey={four.journey} current="generation" title="Proof" because={four.because} />;
  const [runs, coverage] = await Promise.all([
    loadRuns(four.caller, projectId, HISTORY),
    rememberedCoverage(four.generation),
  ]);
  return (
    <RunsProvider projectId={projectId} initial={runs.ok ? runs.value : null}>
      <ProofWork
        view={four.view}
        journey={four.journey}
        proof={proofView(four.view.tasks, four.verdicts, coverage)}
        history={runs.ok ? runs.value.runs : []}
        now={four.caller.now.getTime()}
        actions={{
          prove: prove.bind(null, projectId),
          cancel: cancel.bind(null, projectId),
          check: checkSome.bind(null, projectId),
        }}
      />
    </RunsProvider>
  );
}
