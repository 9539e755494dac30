import { type Answers, parseAnswers } from "../catalog/answers.ts";
import type { Result } from "../result.ts";
import type { ProjectState } from "./state.ts";

/** The answers document of a project: what an answers file would hold. */
export function answersDocument(state: Pick<ProjectState, "answers" | "reasons">): Record<string, unknown> {
  const { reasons: _, ...answers } = state.answers as Record<string, unknown>;
  return { plumbline: 1, ...answers, ...(Object.keys(state.reasons).length > 0 ? { reasons: state.reasons } : {}) };
}

/** The project's answers as a complete, valid document; otherwise every problem that keeps them from being one. */
export const completeAnswers = (state: Pick<ProjectState, "answers" | "reasons">): Result<Answers> => parseAnswers(answersDocument(state));
