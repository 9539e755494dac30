import { answerAt, withAnswer } from "../catalog/access.ts";
import type { PartialAnswers } from "../catalog/answers.ts";
import { checkAnswer, reasonsNeeded, unaskedAnswers } from "../catalog/answers.ts";
import { lineProblems } from "../catalog/text-rules.ts";
import type { Review } from "../critic/review.ts";
import { err, ok, type Problem, type Result, refuse } from "../result.ts";
import { reversed } from "./evolve.ts";
import { checkpointHash, isQuestionStage, isReviewed, missingBefore, progress, stageHash } from "./progress.ts";
import type {
  AcceptedTask,
  AnswerChange,
  CheckpointId,
  PlanState,
  ProjectEvent,
  ProjectState,
  ReviewResponse,
} from "./state.ts";

export type Command =
  | { type: "create"; answers: PartialAnswers; touched: string[] }
  | {
      type: "change-answers";
      changes: { path: string; value: unknown }[];
      reasons?: Record<string, string>;
      via?: "person" | "fix" | "import";
    }
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
  | { type: "defer"; path: string; reason: string }
  | { type: "reopen"; path: string }
  | { type: "abort"; reason: string }
  | { type: "resume" }
  | {
      type: "record-delivery";
      kind: "zip" | "folder" | "push";
      zipSha256: string;
      files: number;
      unfinished: string[];
    };

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
      return inOrder(state, "generation", () =>
        ok([
          {
            type: "delivered",
            kind: command.kind,
            zipSha256: command.zipSha256,
            files: command.files,
            unfinished: command.unfinished,
          },
        ]),
      );
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
  { type: "accept-tasks" | "request-change" | "regenerate" | "defer" | "reopen" | "abort" }
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

function step(
  changes: AnswerChange[] | undefined,
  via: "undo" | "redo",
  turn: (changes: AnswerChange[]) => AnswerChange[],
): Result<ProjectEvent[]> {
  return changes
    ? ok([{ type: "answers-changed", changes: turn(changes), via }])
    : refuse(via, `nothing-to-${via}`, `There is nothing to ${via}.`);
}

function changeAnswers(
  state: ProjectState,
  command: Extract<Command, { type: "change-answers" }>,
): Result<ProjectEvent[]> {
  const problems: Problem[] = [];
  const changes: AnswerChange[] = [];
  let answers = state.answers;
  for (const { path, value } of command.changes) {
    const checked = value === undefined || value === null ? ok(undefined) : checkAnswer(path, value, answers);
    if (!checked.ok) {
      problems.push(...checked.error);
      continue;
    }
    const from = answerAt(answers, path);
    if (JSON.stringify(from) === JSON.stringify(checked.value)) continue;
    changes.push({ path, from, to: checked.value });
    answers = withAnswer(answers, path, checked.value);
  }
  const reasons = cleanReasons(command.reasons ?? {});
  if (!reasons.ok) problems.push(...reasons.error);
  if (!reasons.ok || problems.length > 0) return err(problems);
  for (const path of unaskedAnswers(answers)) {
    changes.push({ path, from: answerAt(answers, path), to: undefined });
    answers = withAnswer(answers, path, undefined);
  }
  const newReasons = Object.entries(reasons.value).filter(([path, text]) => (state.reasons[path] ?? "") !== text);
  if (changes.length === 0 && newReasons.length === 0) return ok([]);
  return ok([
    {
      type: "answers-changed",
      changes,
      via: command.via ?? "person",
      ...(newReasons.length > 0 ? { reasons: Object.fromEntries(newReasons) } : {}),
    },
  ]);
}

/** Reasons on one line each, free of what no text of ours may hold. */
function cleanReasons(given: Record<string, string>): Result<Record<string, string>> {
  const clean = Object.entries(given).map(([path, text]): [string, string] => [
    path,
    text.replace(/\s+/gu, " ").trim().normalize("NFC"),
  ]);
  const problems = clean.flatMap(([path, text]) => (text === "" ? [] : lineProblems(text, path)));
  return problems.length > 0 ? err(problems) : ok(Object.fromEntries(clean));
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

function answerReview(state: ProjectState, checkpoint: CheckpointId, response: ReviewResponse): Result<ProjectEvent[]> {
  const record = state.reviews[checkpoint];
  if (!record) return refuse("review", "not-run", "This review has not been run.", "Run it, then answer it.");
  if (record.designHash !== checkpointHash(state, checkpoint))
    return refuse(
      "review",
      "stale-review",
      "The design changed since this review was run.",
      "Run the review again; it judges one exact design.",
    );
  if (response.kind === "proceed") {
    const open = reasonsForProceeding(record.review).filter(({ path }) => !response.reasons[path]?.trim());
    if (open.length > 0) return err(open);
    const reasons = cleanReasons(response.reasons);
    if (!reasons.ok) return reasons;
    if (isReviewed(state, checkpoint)) return ok([]);
    return ok([{ type: "review-answered", checkpoint, response: { kind: "proceed", reasons: reasons.value } }]);
  }
  return ok([{ type: "review-answered", checkpoint, response }]);
}

/** The written reasons that going on with a review needs: one per blocker, and one when the band is the lowest. */
export function reasonsForProceeding(review: Review): Problem[] {
  const blockers = review.findings.filter(({ level }) => level === "blocker");
  const needed = blockers.map(
    ({ id, message }): Problem => ({
      path: id,
      code: "reason-needed",
      message,
      hint: "Write why you go on in spite of it; the reason enters the log, an ADR and the report.",
    }),
  );
  if (review.total >= 10) return needed;
  return [
    ...needed,
    {
      path: "band",
      code: "reason-needed",
      message: "The total is below 10: the design must be revised.",
      hint: "Write why you go on in spite of it, or revise.",
    },
  ];
}
