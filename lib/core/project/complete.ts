import { type Answers, parseAnswers } from "../catalog/answers.ts";
import type { Result } from "../result.ts";
import type { ProjectState } from "./state.ts";

/** The answers document of a project: what an answers file would hold. */
export function answersDocument({
  answers,
  reasons,
}: Pick<ProjectState, "answers" | "reasons">): Record<string, unknown> {
  const all = Object.entries({ ...answers.reasons, ...reasons }).filter(([, text]) => text !== "");
  return { plumbline: 1, ...answers, reasons: Object.fromEntries(all) };
}

/** The project's answers as a complete, valid document; otherwise every problem that keeps them from being one. */
export const completeAnswers = (state: Pick<ProjectState, "answers" | "reasons">): Result<Answers> =>
  parseAnswers(answersDocument(state));
