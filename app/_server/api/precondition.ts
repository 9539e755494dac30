import { namesRevision, projectRevision, taskRevision } from "#lib/core/api/revision.ts";
import { taskLine } from "#lib/core/view/agent-view.ts";
import { answersView } from "#lib/core/view/answers-view.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { loadTask } from "#lib/wizard/load-generation.ts";
import { loadProject } from "#lib/wizard/load-project.ts";
import { refusal } from "./refuse.ts";
import type { Call } from "./route.ts";

/** The state that a caller says to have seen: a project's version, or the number of a task's newest kept draft. */
export interface Seen {
  version?: number;
  after?: number;
}

/** What stands there now: its revision, what binds a change to it, and how it is shown to who has an older one. */
interface Present {
  revision: string;
  seen: Seen;
  current: Record<string, unknown>;
}

/**
 * Judges the If-Match of a call as its operation declares. What it names is passed on, so that the change itself can
 * be refused when something moves in between. What does not exist is left to the operation.
 */
export async function precondition(
  { request, operation, params }: Call<{ project: string; task?: string }, unknown, unknown>,
  caller: Caller,
): Promise<Seen | Response> {
  const { ifMatch } = operation;
  if (!ifMatch) return {};
  const sent = request.headers.get("if-match");
  if (sent === null && !ifMatch.required) return {};
  const present = await (ifMatch.of === "task"
    ? presentTask(caller, params.project, params.task ?? "")
    : presentProject(caller, params.project));
  if (!present) return {};
  if (sent === null) return refusal("no-precondition");
  if (namesRevision(sent, present.revision)) return present.seen;
  return refusal("state-changed", { current: present.current }, { ETag: `"${present.revision}"` });
}

async function presentTask(caller: Caller, projectId: string, name: string): Promise<Present | null> {
  const found = await loadTask(caller, projectId, name);
  if (!found.ok) return null;
  const { task } = found.value;
  const { draft } = task;
  return {
    revision: taskRevision(task),
    seen: { after: draft ? draft.number - (draft.saved ? 0 : 1) : 0 },
    current: { ...taskLine(task, undefined) },
  };
}

async function presentProject(caller: Caller, projectId: string): Promise<Present | null> {
  const loaded = await loadProject(caller, projectId);
  if (!loaded) return null;
  const { version } = loaded.state;
  return { revision: projectRevision(version), seen: { version }, current: { ...answersView(projectId, loaded) } };
}
