import { answerAt, withAnswer } from "../catalog/access.ts";
import { checkAnswer, unaskedAnswers } from "../catalog/answers.ts";
import { err, ok, type Problem, type Result, refuse } from "../result.ts";
import { cleanReasons } from "./reasons.ts";
import type { AnswerChange, ProjectEvent, ProjectState } from "./state.ts";

export interface AnswersCommand {
  type: "change-answers";
  changes: { path: string; value: unknown }[];
  reasons?: Record<string, string>;
  via?: "person" | "fix" | "import";
}

/** Checks changes of answers one after the other: all of them become one event, or none does, with a problem each. */
export function changeAnswers(state: ProjectState, command: AnswersCommand): Result<ProjectEvent[]> {
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

/** Takes the last step back, or makes it again. */
export function step(
  changes: AnswerChange[] | undefined,
  via: "undo" | "redo",
  turn: (changes: AnswerChange[]) => AnswerChange[],
): Result<ProjectEvent[]> {
  return changes
    ? ok([{ type: "answers-changed", changes: turn(changes), via }])
    : refuse(via, `nothing-to-${via}`, `There is nothing to ${via}.`);
}
