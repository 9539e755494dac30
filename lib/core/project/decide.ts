import { type PartialAnswers, reasonsNeeded } from "../catalog/answers.ts";
import type { Review } from "../critic/review.ts";
import { err, ok, type Problem, type Result, refuse } from "../result.ts";
import { type AgentCommand, decideAgent } from "./decide-agent.ts";
import { type AnswersCommand, changeAnswers, step } from "./decide-answers.ts";
import { decideRepair, type RepairCommand } from "./decide-repair.ts";
import { answerReview } from "./decide-review.ts";
import { decideShare, type ShareCommand } from "./decide-share.ts";
import { reversed } from "./evolve.ts";
import { checkpointHash, isQuestionStage, missingBefore, progress, stageHash } from "./progress.ts";
import type {
  AcceptedTask,
  CheckpointId,
  DeliveryRecord,
  PlanState,
  ProjectEvent,
  ProjectState,
  ReviewResponse,
} from "./state.ts";

export type Command =
  | { type: "create"; answers: PartialAnswers; touched: string[] }
  | AnswersCommand
  | { type: "undo" }
  | { type: "redo" }
  | { type: "confirm-stage"; stage: string }
  | { type: "run-review"; checkpoint: CheckpointId; review: Review }
  | { type: "answer-review"; checkpoint: CheckpointId; response: ReviewResponse }
  | { type: "change-plan"; plan: Partial<PlanState>; reason?: string }
  | { type: "approve-plan"; designHash: string }
  | { type: "accept-tasks"; tasks: AcceptedTask[] }
  | { type: "request-change"; path: string; text: string }
  | { type: "regenerate"; path: string; draftNumber: number; reason: string }
  | RepairCommand
  | { type: "defer"; path: string; reason: string }
  | { type: "reopen"; path: string }
  | { type: "abort"; reason: string }
  | { type: "resume" }
  | AgentCommand
  | ShareCommand
  | ({ type: "record-delivery" } & DeliveryRecord);

/**
 * Decides what a command does to a project: the events to append, or the problems that speak against it.
 * Pure; time, actor and version are added by the caller. Order of stages: WORKFLOW 0.
 */
export function decide(state: ProjectState, command: Command): Result<ProjectEvent[]> {
  switch (command.type) {
    case "create":
      return state.version > 0
        ? refuse("project", "exists", "This project exists already.")
        : ok([{ type: "project-created", answers: command.answers, touched: command.touched }]);
    case "change-answers":
      return changeAnswers(state, command);
    case "undo":
      return step(state.undo.at(-1), "undo", (changes) => reversed(changes));
    case "redo":
      return step(state.redo.at(-1), "redo", (changes) => changes);
    case "confirm-stage":
      return confirmStage(state, command.stage);
    case "run-review":
      return inOrder(state, `review-${command.checkpoint}`, () =>
        ok([
          {
            type: "review-run",
            checkpoint: command.checkpoint,
            designHash: checkpointHash(state, command.checkpoint),
            review: command.review,
          },
        ]),
      );
    case "answer-review":
      return answerReview(state, command.checkpoint, command.response);
    case "change-plan":
      return inOrder(state, "generation", () =>
        ok([{ type: "plan-changed", plan: command.plan, ...(command.reason ? { reason: command.reason } : {}) }]),
      );
    case "approve-plan":
      return inOrder(state, "generation", () => ok([{ type: "plan-approved", designHash: command.designHash }]));
    case "record-delivery":
      return inOrder(state, "generation", () => ok([{ ...command, type: "delivered" }]));
    case "grant-agent":
    case "revoke-agent":
      return decideAgent(command);
    case "make-link":
    case "revoke-link":
    case "give-verdict":
      return decideShare(state, command);
    case "resume":
      return state.aborted
        ? ok([{ type: "generation-resumed" }])
        : refuse("generation", "not-aborted", "Generation is running; there is nothing to resume.");
    default:
      return generating(state, command);
  }
}

type TaskCommand = Extract<
  Command,
  { type: "accept-tasks" | "request-change" | "regenerate" | "repair" | "defer" | "reopen" | "abort" }
>;

function generating(state: ProjectState, command: TaskCommand): Result<ProjectEvent[]> {
  return inOrder(state, "generation", () => {
    if (!state.plan.approvedAt)
      return refuse(
        "plan",
        "plan-not-approved",
        "The plan has not been approved yet.",
        "Approve the plan; then its files can be accepted.",
      );
    if (state.aborted)
      return refuse(
        "generation",
        "aborted",
        "Generation was ended.",
        "Resume it; everything that existed is still there.",
      );
    switch (command.type) {
      case "accept-tasks":
        return command.tasks.length === 0
          ? refuse("tasks", "none-named", "No task was named.")
          : ok([{ type: "tasks-accepted", tasks: command.tasks }]);
      case "request-change":
        return ok([{ type: "task-change-requested", path: command.path, text: command.text }]);
      case "regenerate":
        return ok([
          { type: "task-regenerated", path: command.path, draftNumber: command.draftNumber, reason: command.reason },
        ]);
      case "repair":
        return decideRepair(command);
      case "defer":
        return ok([{ type: "task-deferred", path: command.path, reason: command.reason }]);
      case "reopen":
        return ok([{ type: "task-reopened", path: command.path }]);
      case "abort":
        return ok([{ type: "generation-aborted", reason: command.reason }]);
    }
  });
}

function inOrder(
  state: ProjectState,
  step: Parameters<typeof missingBefore>[1],
  act: () => Result<ProjectEvent[]>,
): Result<ProjectEvent[]> {
  const missing = missingBefore(state, step);
  if (missing.length === 0) return act();
  return err(
    missing.map(
      (one): Problem => ({
        path: one,
        code: "out-of-order",
        message: `${one} is not finished.`,
        hint: `Finish ${one} first; the stages follow one another.`,
      }),
    ),
  );
}

function confirmStage(state: ProjectState, stage: string): Result<ProjectEvent[]> {
  if (!isQuestionStage(stage)) return refuse("stage", "unknown-stage", `There is no stage "${stage}" to confirm.`);
  return inOrder(state, stage, () => {
    const problems = progress(state).find((one) => one.step === stage)?.problems ?? [];
    if (problems.length > 0) return err(problems);
    const unexplained = reasonsNeeded(stage, state.answers).filter(({ path }) => !state.reasons[path]?.trim());
    if (unexplained.length > 0) return err(unexplained);
    return ok([{ type: "stage-confirmed", stage, answersHash: stageHash(state, stage) }]);
  });
}
