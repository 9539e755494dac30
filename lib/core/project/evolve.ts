import { withAnswer } from "../catalog/access.ts";
import type { AnswerChange, LoggedEvent, ProjectEvent, ProjectState, TaskState } from "./state.ts";

/** How many changes can be undone. */
const UNDO_DEPTH = 100;

/** Events that change nothing a person decides on; an act for an older version is not in conflict with them. */
export const QUIET_EVENTS: readonly ProjectEvent["type"][] = [
  "agent-granted",
  "agent-revoked",
  "link-made",
  "link-revoked",
  "verdict-given",
  "delivered",
];

/** The state of a project before its first event. */
export function emptyState(id: string): ProjectState {
  return {
    id,
    version: 0,
    answers: {},
    touched: [],
    reasons: {},
    confirmations: {},
    reviews: {},
    trend: [],
    plan: { removed: [], added: [], groups: [] },
    tasks: {},
    aborted: false,
    undo: [],
    redo: [],
  };
}

/** Folds one event of the log into the state. Total and pure: the same log gives the same state. */
export function evolve(state: ProjectState, logged: LoggedEvent): ProjectState {
  return { ...apply(state, logged), version: logged.version };
}

/** Folds a whole log. */
export const replay = (id: string, log: readonly LoggedEvent[]): ProjectState => log.reduce(evolve, emptyState(id));

function apply(state: ProjectState, { event, at, by, version }: LoggedEvent): ProjectState {
  switch (event.type) {
    case "project-created":
      return { ...state, answers: event.answers, touched: event.touched, reasons: event.answers.reasons ?? {} };
    case "answers-changed":
      return changeAnswers(state, event.changes, event.via, event.reasons);
    case "stage-confirmed":
      return {
        ...state,
        confirmations: { ...state.confirmations, [event.stage]: { answersHash: event.answersHash, at, by, version } },
      };
    case "review-run": {
      const record = { checkpoint: event.checkpoint, designHash: event.designHash, review: event.review, at };
      const point = { checkpoint: event.checkpoint, total: event.review.total, designHash: event.designHash, at };
      return { ...state, reviews: { ...state.reviews, [event.checkpoint]: record }, trend: [...state.trend, point] };
    }
    case "review-answered": {
      const record = state.reviews[event.checkpoint];
      if (!record) return state;
      const reasons =
        event.response.kind === "proceed" ? { ...state.reasons, ...event.response.reasons } : state.reasons;
      return {
        ...state,
        reasons,
        reviews: { ...state.reviews, [event.checkpoint]: { ...record, response: { ...event.response, at, by } } },
      };
    }
    case "plan-changed":
      return { ...state, plan: { ...state.plan, ...event.plan } };
    case "plan-approved":
      return { ...state, plan: { ...state.plan, designHash: event.designHash, approvedAt: at } };
    case "tasks-accepted":
      return {
        ...state,
        tasks: {
          ...state.tasks,
          ...Object.fromEntries(
            event.tasks.map(({ path, sha256, causeHash, draftNumber, acknowledgement }): [string, TaskState] => [
              path,
              {
                ...state.tasks[path],
                status: "accepted",
                acceptedSha: sha256,
                causeHash,
                draftNumber,
                at,
                by,
                ...(acknowledgement ? { acknowledgement } : {}),
              },
            ]),
          ),
        },
      };
    case "task-change-requested":
      return withTask(state, event.path, (task) => ({
        ...task,
        status: "open",
        changeRequests: [...(task.changeRequests ?? []), event.text],
      }));
    case "task-regenerated":
    case "task-repaired":
    case "task-reopened":
      return withTask(state, event.path, (task) => ({ ...task, status: "open" }));
    case "task-deferred":
      return withTask(state, event.path, (task) => ({
        ...task,
        status: "deferred",
        deferReason: event.reason,
        at,
        by,
      }));
    case "generation-aborted":
      return { ...state, aborted: true };
    case "generation-resumed":
      return { ...state, aborted: false };
    // What an agent or a reviewer may do stands with the token; the log keeps who gave and took the leave, and what was said.
    case "agent-granted":
    case "agent-revoked":
    case "link-made":
    case "link-revoked":
    case "verdict-given":
    case "delivered":
      return state;
  }
}

function withTask(state: ProjectState, path: string, change: (task: TaskState) => TaskState): ProjectState {
  return { ...state, tasks: { ...state.tasks, [path]: change(state.tasks[path] ?? { status: "open" }) } };
}

function changeAnswers(
  state: ProjectState,
  changes: readonly AnswerChange[],
  via: string,
  reasons?: Record<string, string>,
): ProjectState {
  const answers = changes.reduce((tree, { path, to }) => withAnswer(tree, path, to), state.answers);
  const touched = [...new Set([...state.touched, ...changes.map(({ path }) => path)])].sort();
  const next = { ...state, answers, touched, reasons: { ...state.reasons, ...reasons } };
  const step = [...changes];
  if (via === "undo") return { ...next, undo: state.undo.slice(0, -1), redo: [...state.redo, reversed(step)] };
  if (via === "redo") return { ...next, undo: [...state.undo, step], redo: state.redo.slice(0, -1) };
  return { ...next, undo: [...state.undo, step].slice(-UNDO_DEPTH), redo: [] };
}

/** The step that takes a step back. */
export function reversed(step: readonly AnswerChange[]): AnswerChange[] {
  return [...step].reverse().map(({ path, from, to }) => ({ path, from: to, to: from }));
}
