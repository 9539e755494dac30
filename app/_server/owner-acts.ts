import type { PlanApproval, ProjectAnswers, ProjectEvents } from "#lib/core/api/documents/project-owner.ts";
import { projectRevision } from "#lib/core/api/revision.ts";
import { ok, type Result, refuse } from "#lib/core/result.ts";
import { answersView } from "#lib/core/view/answers-view.ts";
import { answerQuestions } from "#lib/wizard/answer-questions.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { approvePlan as approve } from "#lib/wizard/change-plan.ts";
import { loadLog, loadProject } from "#lib/wizard/load-project.ts";

/** The refusal of a project that does not exist, or not for this caller. */
export const notHere = () =>
  refuse("project", "not-found", "There is no such project here.", "Compare the id; the token has to be for it.");

/** The answers of a project, complete or not. */
export async function readAnswers(caller: Caller, projectId: string): Promise<Result<ProjectAnswers>> {
  const loaded = await loadProject(caller, projectId);
  return loaded ? ok(answersView(projectId, loaded)) : notHere();
}

/** Changes answers as they were at `version`; all or none. */
export async function changeAnswers(
  caller: Caller,
  projectId: string,
  version: number,
  { changes, reasons }: { changes: Record<string, unknown>; reasons?: Record<string, string> | undefined },
): Promise<Result<ProjectAnswers>> {
  const changed = await answerQuestions(caller, {
    projectId,
    version,
    changes: Object.entries(changes).map(([path, value]) => ({ path, value })),
    ...(reasons ? { reasons } : {}),
  });
  return changed.ok ? readAnswers(caller, projectId) : changed;
}

/** Approves the plan as it was at `version`. */
export async function approvePlan(caller: Caller, projectId: string, version: number): Promise<Result<PlanApproval>> {
  const approved = await approve(caller, projectId, version);
  return approved.ok
    ? ok({ project: projectId, revision: projectRevision(approved.value.version), approved: true })
    : approved;
}

/** What happened to a project after one of its versions. */
export async function readEvents(caller: Caller, projectId: string, after: number): Promise<Result<ProjectEvents>> {
  const loaded = await loadProject(caller, projectId);
  if (!loaded) return notHere();
  const log = await loadLog(caller, projectId);
  const revision = projectRevision(loaded.state.version);
  return ok({ project: projectId, revision, events: log.filter(({ version }) => version > after) });
}
