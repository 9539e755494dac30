import { canonicalJson, stageProblems } from "../catalog/answers.ts";
import { STAGE_IDS, type StageId } from "../catalog/define.ts";
import type { Problem } from "../result.ts";
import { sha256 } from "../sha256.ts";
import type { CheckpointId, ProjectState } from "./state.ts";

/** The way through a project, in order; `plan` to `deliver` make up stage 4, generation. */
export const JOURNEY = [
  "intake",
  "architecture",
  "review-1",
  "structure",
  "features",
  "review-2",
  "generation",
] as const;
export type JourneyStep = (typeof JOURNEY)[number];

/** Where a step stands: `locked` until all before it are done; `stale` when it was done for other answers. */
export type StepStatus = "locked" | "open" | "stale" | "done";

export interface StepProgress {
  step: JourneyStep;
  status: StepStatus;
  /** Why it is locked or stale, in words. */
  because?: string;
  /** What is missing or wrong in the stage's answers. */
  problems: Problem[];
}

const STAGES_OF_CHECKPOINT: Readonly<Record<CheckpointId, readonly StageId[]>> = {
  1: ["intake", "architecture"],
  2: ["intake", "architecture", "structure", "features"],
};

/** SHA-256 of a stage's own answers. */
export function stageHash(state: Pick<ProjectState, "answers">, stage: StageId): string {
  return sha256(canonicalJson((state.answers as Record<string, unknown>)[stage] ?? {}));
}

/** SHA-256 of the answers that a review judges: those of the stages before its checkpoint. */
export function checkpointHash(state: Pick<ProjectState, "answers">, checkpoint: CheckpointId): string {
  return sha256(STAGES_OF_CHECKPOINT[checkpoint].map((stage) => stageHash(state, stage)).join("\n"));
}

/** Whether a stage's confirmation belongs to the answers as they stand. */
function isConfirmed(state: ProjectState, stage: StageId): boolean {
  return state.confirmations[stage]?.answersHash === stageHash(state, stage);
}

/** Whether a review was run for the answers as they stand, and a person chose to proceed. */
export function isReviewed(state: ProjectState, checkpoint: CheckpointId): boolean {
  const record = state.reviews[checkpoint];
  return record?.designHash === checkpointHash(state, checkpoint) && record.response?.kind === "proceed";
}

const NAMES: Readonly<Record<JourneyStep, string>> = {
  intake: "the intake",
  architecture: "the architecture stage",
  "review-1": "review 1",
  structure: "the structure stage",
  features: "the features stage",
  "review-2": "review 2",
  generation: "generation",
};

/** The state of every step of the journey, in order. */
export function progress(state: ProjectState): StepProgress[] {
  const found: StepProgress[] = [];
  let blockedBy: JourneyStep | null = null;
  for (const step of JOURNEY) {
    const own = ownStatus(state, step);
    const locked: boolean = blockedBy !== null;
    const status: StepStatus = locked && own.status === "open" ? "locked" : own.status;
    const because = status === "locked" ? `Finish ${NAMES[blockedBy as JourneyStep]} first.` : own.because;
    found.push({ step, status, problems: own.problems, ...(because ? { because } : {}) });
    if (blockedBy === null && own.status !== "done") blockedBy = step;
  }
  return found;
}

function ownStatus(state: ProjectState, step: JourneyStep): Omit<StepProgress, "step"> {
  if (step === "review-1") return reviewStatus(state, 1);
  if (step === "review-2") return reviewStatus(state, 2);
  if (step === "generation") return { status: "open", problems: [] };
  const problems = stageProblems(step, state.answers);
  const confirmed = state.confirmations[step];
  if (!confirmed) return { status: "open", problems };
  if (problems.length > 0) return { status: "stale", because: "An answer is missing or no longer fits.", problems };
  if (!isConfirmed(state, step))
    return { status: "stale", because: "Answers changed since you confirmed this stage.", problems };
  return { status: "done", problems };
}

function reviewStatus(state: ProjectState, checkpoint: CheckpointId): Omit<StepProgress, "step"> {
  const record = state.reviews[checkpoint];
  if (!record) return { status: "open", problems: [] };
  if (record.designHash !== checkpointHash(state, checkpoint))
    return { status: "stale", because: "The design changed since this review.", problems: [] };
  return { status: record.response?.kind === "proceed" ? "done" : "open", problems: [] };
}

/** The first step that is not done: where a person who returns goes on. */
export function currentStep(state: ProjectState): JourneyStep {
  return progress(state).find(({ status }) => status !== "done")?.step ?? "generation";
}

/** The steps that must be done before this one and are not; empty when it may be worked on. */
export function missingBefore(state: ProjectState, step: JourneyStep): JourneyStep[] {
  const steps = progress(state);
  return steps
    .slice(0, JOURNEY.indexOf(step))
    .filter(({ status }) => status !== "done")
    .map((one) => one.step);
}

/** True for the four stages that ask questions. */
export const isQuestionStage = (stage: string): stage is Exclude<StageId, "generation"> =>
  (STAGE_IDS as readonly string[]).includes(stage) && stage !== "generation";
