import type { PartialAnswers } from "../catalog/answers.ts";
import type { StageId } from "../catalog/define.ts";
import type { Review } from "../critic/review.ts";
import type { ForgeId } from "../delivery/push-order.ts";

export type CheckpointId = 1 | 2;

/** Who did something: the owner, a reviewer by name, or an agent by name. */
export interface Actor {
  kind: "owner" | "reviewer" | "agent" | "system";
  name: string;
}

/** A stage that a person has confirmed, bound to the answers it was confirmed with. */
export interface Confirmation {
  /** SHA-256 of this stage's own answers; another answer makes the confirmation stale. */
  answersHash: string;
  at: string;
  by: Actor;
  /** The version of the project after the confirmation. */
  version: number;
}

/** The three answers to a review; one must be chosen. */
export type ReviewResponse =
  | { kind: "proceed"; reasons: Record<string, string> }
  | { kind: "revise" }
  | { kind: "clarify" };

export interface ReviewRecord {
  checkpoint: CheckpointId;
  designHash: string;
  review: Review;
  at: string;
  response?: ReviewResponse & { at: string; by: Actor };
}

/** One point of the score's trend. */
export interface TrendPoint {
  checkpoint: CheckpointId;
  total: number;
  designHash: string;
  at: string;
}

/** As the log has it; whether an accepted task is stale is derived from its `causeHash` (see `tasks.ts`). */
export type TaskStatus = "open" | "accepted" | "deferred";

export interface TaskState {
  status: TaskStatus;
  /** SHA-256 of the accepted content. */
  acceptedSha?: string;
  /** SHA-256 of the built-in draft (or sub-prompt) at that time: what the design asked for. */
  causeHash?: string;
  draftNumber?: number;
  at?: string;
  by?: Actor;
  /** Acknowledgement typed for a blocking check that failed. */
  acknowledgement?: string;
  /** "Modify": what should change, carried into the sub-prompt. */
  changeRequests?: string[];
  deferReason?: string;
}

export interface PlanState {
  /** Hash of the design the plan was approved for. */
  designHash?: string;
  approvedAt?: string;
  /** Paths in the order the person chose; absent: the plan's own order. */
  order?: string[];
  removed: string[];
  added: { path: string; purpose: string }[];
  groups: { name: string; paths: string[] }[];
}

/** Everything a project is, folded from its events. */
export interface ProjectState {
  id: string;
  version: number;
  answers: PartialAnswers;
  /** Dotted decision paths a person has answered explicitly (taking a suggestion counts). */
  touched: string[];
  /** Reasons given for overrides: `intake.tier`, options over the ceiling; dotted path to text. */
  reasons: Record<string, string>;
  confirmations: Partial<Record<StageId, Confirmation>>;
  reviews: Partial<Record<CheckpointId, ReviewRecord>>;
  trend: TrendPoint[];
  plan: PlanState;
  /** Tasks by path. */
  tasks: Record<string, TaskState>;
  /** Generation ended by a person; may be resumed. */
  aborted: boolean;
  undo: AnswerChange[][];
  redo: AnswerChange[][];
}

/** A change of one answer; `undefined` means "no answer". */
export interface AnswerChange {
  path: string;
  from: unknown;
  to: unknown;
}

/** One task of an acceptance: exactly which content, for which demand of the design. */
export interface AcceptedTask {
  path: string;
  sha256: string;
  causeHash: string;
  draftNumber: number;
  acknowledgement?: string;
}

/** What left, and where to. */
export type DeliveryRecord = {
  kind: "zip" | "folder" | "push";
  zipSha256: string;
  files: number;
  unfinished: string[];
  /** Of a push: addresses of the repository and of the request to merge, and the commit. */
  to?: PushedTo;
};

export type PushedTo = {
  forge: ForgeId;
  repository: string;
  commit: string;
  request?: string;
};

export type ProjectEvent =
  | { type: "project-created"; answers: PartialAnswers; touched: string[] }
  | {
      type: "answers-changed";
      changes: AnswerChange[];
      reasons?: Record<string, string>;
      via: "person" | "undo" | "redo" | "fix" | "import";
    }
  | { type: "stage-confirmed"; stage: StageId; answersHash: string }
  | { type: "review-run"; checkpoint: CheckpointId; designHash: string; review: Review }
  | { type: "review-answered"; checkpoint: CheckpointId; response: ReviewResponse }
  | { type: "plan-changed"; plan: Partial<PlanState>; reason?: string }
  | { type: "plan-approved"; designHash: string }
  | { type: "tasks-accepted"; tasks: AcceptedTask[] }
  | { type: "task-change-requested"; path: string; text: string }
  | { type: "task-regenerated"; path: string; draftNumber: number; reason: string }
  | { type: "task-repaired"; path: string; draftNumber: number; sha256: string; reasons: string[] }
  | { type: "task-deferred"; path: string; reason: string }
  | { type: "task-reopened"; path: string }
  | { type: "generation-aborted"; reason: string }
  | { type: "generation-resumed" }
  | {
      type: "agent-granted";
      grantId: string;
      name: string;
      mayAccept: boolean;
      actsAsOwner?: boolean;
      expiresAt: string;
    }
  | { type: "agent-revoked"; grantId: string; name: string }
  | { type: "link-made"; linkId: string; label: string; scope: "view" | "comment"; expiresAt: string }
  | { type: "link-revoked"; linkId: string; label: string }
  | {
      type: "verdict-given";
      linkId: string;
      label: string;
      verdict: "approve" | "request-changes";
      text: string;
      /** SHA-256 of all answers the verdict was given for. */
      designHash: string;
    }
  | ({ type: "delivered" } & DeliveryRecord);

/** An event as it stands in the log. */
export interface LoggedEvent {
  version: number;
  at: string;
  by: Actor;
  event: ProjectEvent;
}
