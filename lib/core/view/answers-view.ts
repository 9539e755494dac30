import type { ProjectAnswers } from "../api/documents/project-owner.ts";
import { projectRevision } from "../api/revision.ts";
import type { Problem } from "../result.ts";

/** The answers of a project as its owner's programs see them. */
export const answersView = (
  project: string,
  loaded: { state: { version: number }; document: Record<string, unknown>; problems: readonly Problem[] },
): ProjectAnswers => ({
  project,
  revision: projectRevision(loaded.state.version),
  complete: loaded.problems.length === 0,
  answers: loaded.document,
  problems: [...loaded.problems],
});
