import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { projectOr404 } from "#app/_server/project.ts";
import { LockedStep } from "#components/journey/locked-step.tsx";
import { ReviewWork } from "#components/review/review-work.tsx";
import type { CheckpointId } from "#lib/core/project/state.ts";
import { reviewView } from "#lib/core/view/review-view.ts";
import { answer, applyFindingFix, run } from "./actions.ts";

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
  return (
    <ReviewWork
      key={number}
      view={view}
      actions={{
        run: run.bind(null, projectId, number),
        answer: answer.bind(null, projectId, number),
        applyFix: applyFindingFix.bind(null, projectId, number),
      }}
    />
  );
}
