import type { DesignDocument, ProjectTask, ProjectTasks, TaskChecks, TaskChoice } from "../api/documents/project.ts";
import { projectRevision, taskRevision } from "../api/revision.ts";
import { contractOf } from "../blueprint/contract-of.ts";
import { contractText } from "../blueprint/contract-text.ts";
import { checksFor, type Outcome, type SandboxName } from "../checks/check.ts";
import { failuresOf } from "../checks/failures.ts";
import type { Verdict } from "../checks/verdict.ts";
import type { Design } from "../design/design.ts";
import { publicNames } from "../python/outline.ts";
import type { WorkTask } from "./generation-view.ts";
import { type PromptForm, promptInput, promptText } from "./prompt-view.ts";

interface Checked {
  sha256: string;
  outcomes: readonly Outcome[];
  verdict: Verdict;
  sandbox: SandboxName;
}

interface Plan {
  design: Design;
  tasks: readonly WorkTask[];
}

/** The task an agent names: `TASK-007`, or the path of its file. */
export const taskNamed = (tasks: readonly WorkTask[], name: string): WorkTask | undefined =>
  tasks.find(({ path }) => path === name) ?? tasks.find(({ id }) => id === name.toUpperCase());

/** One task of the plan, in a few words. */
export const taskLine = (task: WorkTask, verdict: Verdict | undefined): ProjectTasks["tasks"][number] => ({
  id: task.id,
  path: task.path,
  purpose: task.purpose,
  phase: task.phase,
  effort: task.effort,
  status: task.status,
  dependencies: [...task.after],
  unfinished: task.draft === null || (task.unfinished && task.draft.source === "template"),
  draft: task.draft && { number: task.draft.number, sha256: task.draft.sha256, source: task.draft.source },
  verdict: verdict?.state ?? null,
  revision: taskRevision(task),
});

/** Whether there is something to do for whoever writes files. */
const toWrite = ({ status, unfinished, verdict }: ProjectTasks["tasks"][number]): boolean =>
  ["open", "stale"].includes(status) && (unfinished || verdict === "needs-revision");

/** The plan as agents see it. */
export const tasksDocument = (
  project: string,
  { tasks, approved, state }: Plan & { approved: boolean; state: { aborted: boolean; version: number } },
  verdicts: ReadonlyMap<string, { verdict: Verdict }>,
  only: TaskChoice,
): ProjectTasks => ({
  project,
  approved,
  revision: projectRevision(state.version),
  ended: state.aborted,
  tasks: tasks
    .map((task) => taskLine(task, verdicts.get(task.path)?.verdict))
    .filter((task) => only === "all" || toWrite(task)),
});

/** One task with everything needed to write its file. */
export function taskDocument(
  plan: Plan,
  task: WorkTask,
  { text, checked, forms }: { text: string | null; checked: Checked | null; forms: readonly PromptForm[] },
): ProjectTask {
  const outline = contractOf(task);
  const outcomes = checked?.outcomes ?? [];
  const input = promptInput(plan, task, outcomes);
  return {
    ...taskLine(task, checked?.verdict),
    requirements: [...task.requirements],
    contract: outline && publicNames(outline).length > 0 ? contractText(outline) : null,
    checks: checksFor(task.path).map(({ id, label, severity, explain }) => ({ id, label, severity, explain })),
    change_requests: [...(task.state.changeRequests ?? [])],
    failures: failuresOf(outcomes),
    text,
    prompts: Object.fromEntries(forms.map((form) => [form, promptText(input, form)])),
  };
}

/** What the checks say of a task's newest text. */
export const checksDocument = (task: WorkTask, checked: Checked): TaskChecks => ({
  task: task.id,
  path: task.path,
  revision: taskRevision(task),
  sha256: checked.sha256,
  verdict: checked.verdict,
  pending: checked.outcomes.some(({ status }) => status === "pending"),
  sandbox: checked.sandbox,
  outcomes: [...checked.outcomes],
});

/** The design and the tree it gives. */
export const designDocument = (
  project: string,
  { design, tasks, state }: Plan & { state: { version: number } },
): DesignDocument => ({
  project,
  revision: projectRevision(state.version),
  repository_name: design.repositoryName,
  package_name: design.packageName,
  tier: design.tier,
  python: design.floor.text,
  answers: design.answers,
  files: tasks.filter(({ status }) => status !== "removed").map(({ path, purpose }) => ({ path, purpose })),
});
