import { decisionAt } from "../catalog/index.ts";
import { stages } from "../catalog/stages.ts";
import type { Actor, ProjectEvent } from "../project/state.ts";

/** Who did something, in words. To others, the page's "you" is the owner. */
export const actorWords = ({ kind, name }: Actor): string =>
  kind === "owner" ? (name === "you" || name === "" ? "the owner" : name) : `${name || "unnamed"} (${kind})`;

const stageTitle = (id: string): string => stages.find((stage) => stage.id === id)?.title ?? id;
const label = (path: string): string => decisionAt(path)?.label ?? path;
const listed = (words: readonly string[]): string =>
  words.length > 4 ? `${words.slice(0, 4).join(", ")} and ${words.length - 4} more` : words.join(", ");

type Words = { [T in ProjectEvent["type"]]: (event: Extract<ProjectEvent, { type: T }>) => string };

/** One line a kind of event. */
const WORDS: Words = {
  "project-created": () => "Project begun",
  "answers-changed": ({ changes, via }) =>
    `${via === "undo" ? "Undid" : via === "redo" ? "Redid" : "Answered"}: ${listed(changes.map(({ path }) => label(path)))}`,
  "stage-confirmed": ({ stage }) => `Confirmed stage ${stageTitle(stage)}`,
  "review-run": ({ checkpoint, review }) => `Review ${checkpoint} run: ${review.total} of 25, ${review.band}`,
  "review-answered": ({ checkpoint, response }) => `Review ${checkpoint} answered: ${response.kind}`,
  "plan-changed": ({ reason }) => (reason ? `Plan changed: ${reason}` : "Plan changed"),
  "plan-approved": () => "Plan approved",
  "tasks-accepted": ({ tasks }) => `Accepted ${tasks.length === 1 ? tasks[0]?.path : `${tasks.length} files`}`,
  "task-change-requested": ({ path, text }) => `Asked for a change of ${path}: ${text}`,
  "task-regenerated": ({ path, draftNumber, reason }) => `Regenerated ${path} as draft ${draftNumber}: ${reason}`,
  "task-repaired": ({ path, reasons }) => `Repaired ${path}: ${reasons.join("; ")}`,
  "task-deferred": ({ path, reason }) => `Deferred ${path}: ${reason}`,
  "task-reopened": ({ path }) => `Reopened ${path}`,
  "generation-aborted": ({ reason }) => `Ended generation: ${reason}`,
  "generation-resumed": () => "Resumed generation",
  "agent-granted": ({ name, mayAccept, actsAsOwner }) =>
    actsAsOwner
      ? `Gave the program ${name} leave to do what the owner can`
      : `Gave the agent ${name} leave to ${mayAccept ? "submit drafts and to accept what passes" : "submit drafts"}`,
  "agent-revoked": ({ name }) => `Took the leave of the agent ${name} back`,
  "link-made": ({ label: name, scope, expiresAt }) =>
    `Made the link “${name}” ${scope === "view" ? "to look" : "to look and comment"}, until ${expiresAt.slice(0, 10)}`,
  "link-revoked": ({ label: name }) => `Revoked the link “${name}”`,
  "verdict-given": ({ verdict, text }) =>
    `${verdict === "approve" ? "Approved the design" : "Requested changes"}${text ? `: ${text}` : ""}`,
  delivered: ({ kind, files, unfinished, to }) =>
    `Delivered ${files} files (${to ? `${kind} to ${to.repository}` : kind})${unfinished.length > 0 ? `, ${unfinished.length} left out` : ""}`,
};

/** What happened, in one line. */
export const eventWords = <T extends ProjectEvent["type"]>(event: Extract<ProjectEvent, { type: T }>): string =>
  (WORDS[event.type as T] as (one: typeof event) => string)(event);
