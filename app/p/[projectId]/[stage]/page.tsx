import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { projectOr404 } from "#app/_server/project.ts";
import { LockedStep } from "#components/journey/locked-step.tsx";
import { StageWork } from "#components/journey/stage-work.tsx";
import { isQuestionStage } from "#lib/core/project/progress.ts";
import { stageLive, stageText } from "#lib/core/view/stage-view.ts";
import { confirm, previewImpact, redo, saveAnswers, tryAnswers, tryFile, undo, weigh } from "../actions.ts";
import { guidedPaths, readTree } from "../tree-actions.ts";

interface Props {
  params: Promise<{ projectId: string; stage: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { stage } = await params;
  return isQuestionStage(stage) ? { title: stageText(stage).title } : {};
}

/** One page renders every question stage. */
export default async function StagePage({ params }: Props) {
  const { projectId, stage } = await params;
  if (!isQuestionStage(stage)) notFound();
  const { state } = await projectOr404(projectId);
  const live = stageLive(state, stage);
  if (live.status === "locked")
    return <LockedStep journey={live.journey} current={stage} title={stageText(stage).title} because={live.because} />;
  return (
    <StageWork
      key={`${projectId}/${stage}`}
      text={stageText(stage)}
      initial={live}
      actions={{
        save: saveAnswers.bind(null, projectId, stage),
        undo: undo.bind(null, projectId, stage),
        redo: redo.bind(null, projectId, stage),
        confirm: confirm.bind(null, projectId, stage),
        preview: previewImpact.bind(null, projectId),
        readTree,
        guidedPaths: guidedPaths.bind(null, projectId),
        weigh: weigh.bind(null, projectId),
        tryAnswers: tryAnswers.bind(null, projectId),
        tryFile: tryFile.bind(null, projectId),
      }}
    />
  );
}
