import { answersDocument, completeAnswers } from "#lib/core/project/complete.ts";
import type { LoggedEvent, ProjectState } from "#lib/core/project/state.ts";
import type { Problem } from "#lib/core/result.ts";
import { getLog, getProject } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";

export interface LoadedProject {
  state: ProjectState;
  /** The answers file as it stands. */
  document: Record<string, unknown>;
  /** What still keeps it from being a complete design; empty when it is one. */
  problems: Problem[];
}

/** Loads a project for its owner; null for everyone else. */
export async function loadProject(caller: Caller, projectId: string): Promise<LoadedProject | null> {
  const state = await getProject(projectId, caller.ownerHash);
  if (!state) return null;
  const complete = completeAnswers(state);
  return { state, document: answersDocument(state), problems: complete.ok ? [] : complete.error };
}

/** The log of a project for its owner: who decided and confirmed what, and when. */
export const loadLog = (caller: Caller, projectId: string): Promise<LoggedEvent[]> =>
  getLog(projectId, caller.ownerHash);
