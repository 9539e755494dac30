import { decide } from "#lib/core/project/decide.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import type { Result } from "#lib/core/result.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";

export interface AnswerQuestions {
  projectId: string;
  /** The version the person saw. */
  version: number;
  /** Dotted decision paths with their new values; null takes the answer back. */
  changes: { path: string; value: unknown }[];
  /** Typed reasons, by decision path. */
  reasons?: Record<string, string>;
  via?: "person" | "fix" | "import";
}

/**
 * Records answers. All of them, or none with one problem each. When the project moved on since `version`, the change is
 * applied unless one of the same answers was changed meanwhile (code `stale-version`).
 */
export function answerQuestions(
  caller: Caller,
  { projectId, version, changes, reasons, via }: AnswerQuestions,
): Promise<Result<ProjectState>> {
  const touching = [...changes.map(({ path }) => path), ...Object.keys(reasons ?? {})];
  return changeProject(changeBy(caller, projectId, version), touching, (state) =>
    decide(state, { type: "change-answers", changes, ...(reasons ? { reasons } : {}), ...(via ? { via } : {}) }),
  );
}
