import type { Task } from "../blueprint/blueprint.ts";
import { type JourneyStep, progress } from "./progress.ts";
import type { ProjectState } from "./state.ts";

/** What a change would make stale; nothing of it is deleted. */
export interface Impact {
  /** Steps that are done now and would be stale. */
  steps: JourneyStep[];
  /** Accepted files whose demand changes. */
  acceptedFiles: string[];
  /** Whether an approved plan would have to be approved again. */
  plan: boolean;
}

/** SHA-256 of what the design demands of a task now: its built-in draft, or why there is none. */
export const causeOf = (task: Task): string => task.sha256 ?? `gap:${task.path}`;

/** Accepted tasks whose demand is no longer the one they were accepted for, or that left the plan. */
function staleTasks(state: ProjectState, tasks: readonly Task[]): string[] {
  const now = new Map(tasks.map((task) => [task.path, causeOf(task)]));
  return Object.entries(state.tasks)
    .filter(([path, task]) => task.status === "accepted" && now.get(path) !== task.causeHash)
    .map(([path]) => path);
}

/** Compares a project before and after a change; `tasks` are those of the plan after it. */
export function impactOf(
  before: ProjectState,
  after: ProjectState,
  beforeTasks: readonly Task[] | null,
  afterTasks: readonly Task[] | null,
): Impact {
  const wasDone = progress(before)
    .filter(({ status }) => status === "done")
    .map(({ step }) => step);
  const nowDone = new Set(
    progress(after)
      .filter(({ status }) => status === "done")
      .map(({ step }) => step),
  );
  const staleBefore = new Set(beforeTasks ? staleTasks(before, beforeTasks) : []);
  return {
    steps: wasDone.filter((step) => !nowDone.has(step)),
    acceptedFiles: afterTasks ? staleTasks(after, afterTasks).filter((path) => !staleBefore.has(path)) : [],
    plan:
      before.plan.approvedAt !== undefined &&
      JSON.stringify(beforeTasks?.map(({ path }) => path)) !== JSON.stringify(afterTasks?.map(({ path }) => path)),
  };
}
