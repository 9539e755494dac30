import { decisionAt } from "../catalog/index.ts";
import { stages } from "../catalog/stages.ts";
import { type JourneyStep, progress, type StepStatus } from "../project/progress.ts";
import type { AnswerChange, CheckpointId, ProjectState } from "../project/state.ts";

/** One line of the stage rail. */
export interface StepView {
  step: JourneyStep;
  title: string;
  /** Path below the project: `intake`, `review/1`, `plan`. */
  href: string;
  status: StepStatus;
  /** Why it is locked or stale, or what it came to (a review's score). */
  note: string;
  /** How many of its answers are missing or wrong. */
  open: number;
}

/** What every page of a project shows around its work. */
export interface JourneyView {
  projectId: string;
  version: number;
  title: string;
  steps: StepView[];
  /** What undo and redo would do, in words; null when there is nothing. */
  undo: string | null;
  redo: string | null;
}

const REVIEW_OF: Partial<Record<JourneyStep, CheckpointId>> = { "review-1": 1, "review-2": 2 };

/** The journey as plain data, for the rail and the bar of every page. */
export function journeyView(state: ProjectState): JourneyView {
  return {
    projectId: state.id,
    version: state.version,
    title: projectTitle(state),
    steps: progress(state).map(({ step, status, because, problems }) => ({
      step,
      ...face(step),
      status,
      note: because ?? scoreNote(state, step),
      open: problems.length,
    })),
    undo: changeWords(state.undo.at(-1)),
    redo: changeWords(state.redo.at(-1)),
  };
}

/** How a project is called before and after it has a name. */
export function projectTitle({ answers }: Pick<ProjectState, "answers">): string {
  return answers.intake?.repository_name ?? answers.intake?.package_name ?? "Unnamed project";
}

function face(step: JourneyStep): { title: string; href: string } {
  const checkpoint = REVIEW_OF[step];
  if (checkpoint) return { title: `Review ${checkpoint}`, href: `review/${checkpoint}` };
  const stage = stages.find((one) => one.id === step);
  return { title: stage?.title ?? step, href: stage?.segment ?? step };
}

function scoreNote(state: ProjectState, step: JourneyStep): string {
  const checkpoint = REVIEW_OF[step];
  const review = checkpoint ? state.reviews[checkpoint]?.review : undefined;
  return review ? `${review.total} of 25` : "";
}

function changeWords(changes: readonly AnswerChange[] | undefined): string | null {
  if (!changes) return null;
  const labels = changes.map(({ path }) => decisionAt(path)?.label ?? path);
  return labels.length > 2 ? `${labels.length} answers` : labels.join(" and ");
}
