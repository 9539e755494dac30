import type { ReactNode } from "react";
import { stageFour } from "#app/_server/generation.ts";
import { RunsProvider } from "#components/generation/live/runs-context.tsx";
import { WorkFrame } from "#components/generation/workbench/work-frame.tsx";
import { LockedStep } from "#components/journey/locked-step.tsx";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import { loadRuns } from "#lib/wizard/load-runs.ts";
import { accept, checkSome, decideOn, keepDraft } from "./actions.ts";

/** The workbench around its files: the list stays while one goes from file to file. */
export default async function FilesLayout({
  params,
  children,
}: {
  params: Promise<{ projectId: string }>;
  children: ReactNode;
}) {
  const { projectId } = await params;
  const four = await stageFour(projectId);
  if (four.locked)
    return <LockedStep journey={four.journey} current="generation" title="Files" because={four.because} />;
  const runs = await loadRuns(four.caller, projectId);
  const actions = {
    accept: accept.bind(null, projectId),
    check: checkSome.bind(null, projectId),
    decide: decideOn.bind(null, projectId),
    save: keepDraft.bind(null, projectId),
  };
  return (
    <RunsProvider projectId={projectId} initial={runs.ok ? runs.value : null}>
      <WorkFrame view={slim(four.view)} journey={four.journey} actions={actions}>
        {children}
      </WorkFrame>
    </RunsProvider>
  );
}

/** The list beside the file shows no neighbours; leaving them out halves what every refresh carries. */
const slim = (view: GenerationView): GenerationView => ({
  ...view,
  tasks: view.tasks.map((row) => ({ ...row, after: [], usedBy: [] })),
});
