import type { Task } from "../blueprint/blueprint.ts";
import { pathsProblems } from "../catalog/structure/own-path.ts";
import { err, ok, type Result, refuse } from "../result.ts";
import { sha256 } from "../sha256.ts";
import { causeOf } from "./impact.ts";
import type { PlanState, ProjectState, TaskState } from "./state.ts";

/** What the project page shows of a task: the file, and where the person stands with it. */
export interface PlannedTask extends Task {
  status: "open" | "accepted" | "stale" | "deferred" | "removed";
  state: TaskState;
  /** Groups for review that name it. */
  groups: string[];
}

/** A person's wish for the plan. */
export type PlanChange =
  | { kind: "remove"; path: string; reason: string }
  | { kind: "restore"; path: string }
  | { kind: "add"; path: string; purpose: string }
  | { kind: "move"; path: string; before: string | null; reason: string }
  | { kind: "order"; paths: string[]; reason: string }
  | { kind: "group"; name: string; paths: string[] }
  | { kind: "reset-order" };

/** The tasks of a project in the person's order: those of the blueprint and those they added, with their status. */
export function plannedTasks(state: ProjectState, blueprintTasks: readonly Task[]): PlannedTask[] {
  const known = new Set(blueprintTasks.map((task) => task.path));
  const added = state.plan.added
    .filter(({ path }) => !known.has(path))
    .map(({ path, purpose }) => addedTask(path, purpose));
  const all = inOrder(withAdded(blueprintTasks, added), state.plan.order);
  return all.map((task, index) => ({
    ...task,
    id: `TASK-${String(index + 1).padStart(3, "0")}`,
    status: statusOf(task, state),
    state: state.tasks[task.path] ?? { status: "open" },
    groups: state.plan.groups.filter(({ paths }) => paths.includes(task.path)).map(({ name }) => name),
  }));
}

/** Phases that close a plan; a person's own files come before them, so that the README stays last. */
const CLOSING: readonly Task["phase"][] = ["tests", "delivery", "documentation", "readme"];

function withAdded(tasks: readonly Task[], added: readonly Task[]): Task[] {
  const at = tasks.findIndex(({ phase }) => CLOSING.includes(phase));
  return at === -1 ? [...tasks, ...added] : [...tasks.slice(0, at), ...added, ...tasks.slice(at)];
}

function addedTask(path: string, purpose: string): Task {
  return {
    id: "",
    path,
    artifact: "own.added",
    phase: "optional",
    purpose,
    effort: "moderate",
    layer: path.endsWith(".py") ? "module" : "none",
    because: ["structure.paths"],
    after: [],
    requirements: [],
    text: null,
    sha256: null,
    unfinished: true,
    gap: "You added this file to the plan: it comes as a sub-prompt, without a built-in draft.",
  };
}

function statusOf(task: Task, state: ProjectState): PlannedTask["status"] {
  if (state.plan.removed.includes(task.path)) return "removed";
  const own = state.tasks[task.path];
  if (!own || own.status === "open") return "open";
  if (own.status === "deferred") return "deferred";
  return own.causeHash === causeOf(task) ? "accepted" : "stale";
}

/** Sorts by the person's order; tasks it does not know keep their place behind the one they follow. Falls back to the plan's own order where that would break a dependency. */
function inOrder(tasks: readonly Task[], order: readonly string[] | undefined): Task[] {
  if (!order || order.length === 0) return [...tasks];
  const wish = new Map(order.map((path, index) => [path, index]));
  let last = -1;
  const keyed = tasks.map((task) => {
    last = wish.get(task.path) ?? last;
    return { task, key: last };
  });
  const sorted = keyed.sort((a, b) => a.key - b.key).map(({ task }) => task);
  return brokenDependency(sorted) ? [...tasks] : sorted;
}

/** The first task that stands before something it builds on. */
export function brokenDependency(
  tasks: readonly Pick<Task, "path" | "after">[],
): { path: string; needs: string } | null {
  const position = new Map(tasks.map(({ path }, index) => [path, index]));
  for (const [index, { path, after }] of tasks.entries()) {
    const needs = after.find((one) => (position.get(one) ?? -1) > index);
    if (needs) return { path, needs };
  }
  return null;
}

/** What follows from removing a task: the files that build on it. */
export const dependants = (tasks: readonly Task[], path: string): string[] =>
  tasks.filter(({ after }) => after.includes(path)).map((task) => task.path);

/** Applies a person's wish to the plan, or says why it cannot be. */
export function changePlan(
  state: ProjectState,
  blueprintTasks: readonly Task[],
  change: PlanChange,
): Result<Partial<PlanState>> {
  const tasks = plannedTasks(state, blueprintTasks);
  const exists = (path: string) => tasks.some((task) => task.path === path);
  switch (change.kind) {
    case "reset-order":
      // An empty order, not an absent one: the log is JSON, and replaying it must give the same state.
      return ok({ order: [] });
    case "restore":
      return ok({ removed: state.plan.removed.filter((path) => path !== change.path) });
    case "group":
      return ok({
        groups: [
          ...state.plan.groups.filter(({ name }) => name !== change.name),
          ...(change.paths.length > 0 ? [{ name: change.name, paths: change.paths.filter(exists) }] : []),
        ],
      });
    case "remove":
      if (!exists(change.path)) return refuse(change.path, "not-found", `There is no task for ${change.path}.`);
      if (!change.reason.trim())
        return refuse(
          "reason",
          "reason-needed",
          "Removing a file from the plan needs a reason.",
          "Say in a sentence why it is not wanted.",
        );
      if (state.plan.added.some(({ path }) => path === change.path))
        return ok({ added: state.plan.added.filter(({ path }) => path !== change.path) });
      return ok({ removed: [...new Set([...state.plan.removed, change.path])] });
    case "add": {
      const present = tasks.map(({ path }) => path);
      const before = new Set(pathsProblems(present, "path").map(({ message }) => message));
      const problems = pathsProblems([...present, change.path], "path").filter(({ message }) => !before.has(message));
      if (problems.length > 0) return err(problems);
      if (!change.purpose.trim())
        return refuse("purpose", "missing", "A file needs a purpose.", "Say in a sentence what it is for.");
      return ok({
        added: [...state.plan.added, { path: change.path, purpose: change.purpose.trim() }],
        removed: state.plan.removed.filter((path) => path !== change.path),
      });
    }
    case "move":
      return move(tasks, change);
    case "order":
      return reorder(tasks, change);
  }
}

function move(
  tasks: readonly PlannedTask[],
  { path, before, reason }: Extract<PlanChange, { kind: "move" }>,
): Result<Partial<PlanState>> {
  if (!tasks.some((task) => task.path === path)) return refuse(path, "not-found", `There is no task for ${path}.`);
  const rest = tasks.map((task) => task.path).filter((one) => one !== path);
  const at = before === null ? rest.length : rest.indexOf(before);
  if (at === -1) return refuse("before", "not-found", `There is no task for ${before}.`);
  return reorder(tasks, { kind: "order", paths: [...rest.slice(0, at), path, ...rest.slice(at)], reason });
}

/** A whole new order: every task once, each behind what it builds on. */
function reorder(
  tasks: readonly PlannedTask[],
  { paths, reason }: Extract<PlanChange, { kind: "order" }>,
): Result<Partial<PlanState>> {
  if (!reason.trim())
    return refuse(
      "reason",
      "reason-needed",
      "Changing the order needs a reason.",
      "Say in a sentence why these files should be written at another time.",
    );
  const known = new Map(tasks.map((task) => [task.path, task]));
  const ordered = [...new Set(paths)].flatMap((path) => known.get(path) ?? []);
  if (ordered.length !== tasks.length || paths.length !== tasks.length)
    return refuse(
      "order",
      "other-plan",
      "This order does not name every file of the plan once.",
      "The plan changed in the meantime; look at it again.",
    );
  const broken = brokenDependency(ordered);
  if (broken)
    return refuse(
      broken.path,
      "breaks-dependency",
      `${broken.path} builds on ${broken.needs} and must come after it.`,
      `Put it behind ${broken.needs}.`,
    );
  return ok({ order: ordered.map((task) => task.path) });
}

/** SHA-256 of which files a plan has and what each builds on: what approving the plan is bound to. */
export function planHash(state: ProjectState, blueprintTasks: readonly Task[]): string {
  return sha256(
    plannedTasks(state, blueprintTasks)
      .map(({ path, after, status }) => `${path}<${after.join(",")}${status === "removed" ? " removed" : ""}`)
      .join("\n"),
  );
}

/** Whether the approved plan is still the one the design gives. */
export const isPlanApproved = (state: ProjectState, blueprintTasks: readonly Task[]): boolean =>
  state.plan.approvedAt !== undefined && state.plan.designHash === planHash(state, blueprintTasks);
