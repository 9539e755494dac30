import { setTimeout as sleep } from "node:timers/promises";
import type { FilesDocument } from "#lib/core/api/documents/files.ts";
import type {
  AcceptedDocument,
  DesignDocument,
  DraftReceipt,
  ProjectTask,
  ProjectTasks,
  TaskChecks,
  TaskChoice,
} from "#lib/core/api/documents/project.ts";
import { ok, type Result } from "#lib/core/result.ts";
import type { PromptForm } from "#lib/core/view/prompt-view.ts";
import { acceptTasks } from "#lib/wizard/accept-tasks.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { describeDesign } from "#lib/wizard/describe-design.ts";
import { describeTask } from "#lib/wizard/describe-task.ts";
import { listTasks } from "#lib/wizard/list-tasks.ts";
import { loadTask } from "#lib/wizard/load-generation.ts";
import { readChecks } from "#lib/wizard/read-checks.ts";
import { readFiles } from "#lib/wizard/read-files.ts";
import { saveDraft } from "#lib/wizard/save-draft.ts";

/** A text for a task, and number of the newest kept draft that its writer has seen, where they said so. */
export interface SubmittedDraft {
  text: string;
  reason?: string | undefined;
  after?: number | undefined;
}

/**
 * All that can be done with one project from outside its pages, over HTTP and MCP alike. What is not here cannot be
 * reached with a token: no plan is approved, no review answered, nothing delivered and no other agent let in.
 */
export interface AgentDesk {
  listTasks(only: TaskChoice): Promise<Result<ProjectTasks>>;
  describeTask(task: string, forms: readonly PromptForm[]): Promise<Result<ProjectTask>>;
  describeDesign(): Promise<Result<DesignDocument>>;
  /** The accepted files as they would leave: all by hash, or some with their texts. */
  readFiles(paths: readonly string[]): Promise<Result<FilesDocument>>;
  submitDraft(task: string, draft: SubmittedDraft): Promise<Result<DraftReceipt>>;
  /** Waits while checks are pending, at most `seconds` and not after `signal`. */
  readChecks(task: string, seconds: number, signal: AbortSignal): Promise<Result<TaskChecks>>;
  /** Null where the owner keeps accepting to themselves. */
  acceptTask: ((task: string, sha256: string) => Promise<Result<AcceptedDocument>>) | null;
}

/** How often a waiting request looks again. */
const LOOK_MS = 500;

/** The desk of one caller for one project. */
export function agentDesk(caller: Caller, projectId: string, mayAccept: boolean): AgentDesk {
  return {
    listTasks: (only) => listTasks(caller, projectId, only),
    describeTask: (task, forms) => describeTask(caller, projectId, task, forms),
    describeDesign: () => describeDesign(caller, projectId),
    readFiles: (paths) => readFiles(caller, projectId, paths),
    submitDraft: (task, draft) => submitDraft(caller, projectId, task, draft),
    async readChecks(task, seconds, signal) {
      const until = performance.now() + seconds * 1000;
      for (;;) {
        const found = await readChecks(caller, projectId, task);
        const left = until - performance.now();
        if (!found.ok || !found.value.pending || left <= 0 || signal.aborted) return found;
        await sleep(Math.min(LOOK_MS, left), undefined, { signal }).catch(() => undefined);
      }
    },
    acceptTask: mayAccept ? (task, sha256) => acceptTask(caller, projectId, task, sha256) : null,
  };
}

async function submitDraft(
  caller: Caller,
  projectId: string,
  name: string,
  { text, reason, after }: SubmittedDraft,
): Promise<Result<DraftReceipt>> {
  const found = await loadTask(caller, projectId, name);
  if (!found.ok) return found;
  const { id, path, draft } = found.value.task;
  const agent = caller.actor.kind === "agent";
  const by = agent ? `By ${caller.actor.name}` : "Sent over the API";
  const saved = await saveDraft(caller, {
    projectId,
    path,
    text,
    source: agent ? "agent" : "paste",
    reason: reason?.trim() ? `${by}: ${reason.trim()}` : `${by}.`,
    ...(after === undefined ? {} : { after }),
  });
  if (!saved.ok) return saved;
  const { number, sha256 } = saved.value;
  return ok({ task: id, path, number, sha256, created: !(draft?.saved && draft.number === number) });
}

async function acceptTask(
  caller: Caller,
  projectId: string,
  name: string,
  sha256: string,
): Promise<Result<AcceptedDocument>> {
  const found = await loadTask(caller, projectId, name);
  if (!found.ok) return found;
  const { task, generation } = found.value;
  const accepted = await acceptTasks(caller, projectId, generation.state.version, [{ path: task.path, sha256 }]);
  return accepted.ok ? ok({ task: task.id, path: task.path, sha256, status: "accepted" }) : accepted;
}
