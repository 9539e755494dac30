import { lackOfProof } from "#lib/core/checks/lack-of-proof.ts";
import { decide } from "#lib/core/project/decide.ts";
import { causeOf } from "#lib/core/project/impact.ts";
import type { AcceptedTask, ProjectState } from "#lib/core/project/state.ts";
import { err, ok, type Problem, type Result, refuse } from "#lib/core/result.ts";
import { addDrafts, type DraftText } from "#lib/io/db/commands/add-drafts.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { type Caller, changeBy } from "./caller.ts";
import { checkTask, rememberedVerdicts } from "./checking.ts";
import { type Generation, loadGeneration } from "./load-generation.ts";

/** One acceptance: the SHA-256 of exactly what the person was shown. */
export interface Acceptance {
  path: string;
  sha256: string;
  /** A written reason, where a blocking check failed. */
  acknowledgement?: string;
}

/**
 * Accepts tasks by name, each bound to the hash of what was shown. All or none: refused when one is stale, has a failed
 * critical check, or a failed blocking one without a written reason. An agent accepts only what every check has passed.
 */
export async function acceptTasks(
  caller: Caller,
  projectId: string,
  version: number,
  acceptances: readonly Acceptance[],
): Promise<Result<ProjectState>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  if (generation.value.state.plan.approvedAt && !generation.value.approved)
    return refuse(
      "plan",
      "stale-plan",
      "The plan changed since it was approved.",
      "Look at the plan and approve it again; then its files can be accepted.",
    );
  const judged = await judge(caller, generation.value, acceptances);
  if (!judged.ok) return judged;
  return changeProject(
    changeBy(caller, projectId),
    [],
    (state) =>
      state.version < version
        ? err([
            { path: "version", code: "stale-version", message: `Version ${version} of this project does not exist.` },
          ])
        : decide(state, { type: "accept-tasks", tasks: judged.value }),
    // A built-in draft becomes a draft of record the moment someone accepts it.
    (tx) => addDrafts(tx, projectId, builtIn(generation.value, acceptances)),
  );
}

/** The built-in drafts among the accepted ones; their text is the plan's own. */
function builtIn({ tasks }: Generation, acceptances: readonly Acceptance[]): DraftText[] {
  const accepted = new Set(acceptances.map(({ path }) => path));
  return tasks.flatMap(({ path, text, draft }) =>
    accepted.has(path) && draft && !draft.saved && text !== null ? [{ path, text, source: draft.source }] : [],
  );
}

async function judge(
  { actor }: Caller,
  generation: Generation,
  acceptances: readonly Acceptance[],
): Promise<Result<AcceptedTask[]>> {
  const problems: Problem[] = [];
  const accepted: AcceptedTask[] = [];
  const known = await rememberedVerdicts(generation);
  for (const { path, sha256, acknowledgement } of acceptances) {
    const task = generation.tasks.find((one) => one.path === path);
    if (task?.status === "removed") {
      problems.push({
        path,
        code: "removed",
        message: `${path} was removed from the plan.`,
        hint: "Restore it in the plan first.",
      });
      continue;
    }
    if (!task?.draft) {
      problems.push({
        path,
        code: "no-draft",
        message: `${path} has no content to accept.`,
        hint: "Write or paste it first.",
      });
      continue;
    }
    if (task.draft.sha256 !== sha256) {
      problems.push({
        path,
        code: "stale-draft",
        message: `${path} has changed since it was shown to you.`,
        hint: "Look at the newer draft, then accept that one.",
      });
      continue;
    }
    const remembered = known.get(path);
    const checked = remembered ? ok(remembered) : await checkTask(generation, path);
    if (!checked.ok) {
      problems.push(...checked.error);
      continue;
    }
    const { accept, because } = checked.value.verdict;
    const lack = actor.kind === "agent" ? lackOfProof(checked.value.outcomes, checked.value.sandbox) : null;
    if (lack)
      problems.push({
        path,
        code: "not-proved",
        message: lack,
        hint: "Mend it or wait; a person may decide otherwise.",
      });
    else if (accept === "no")
      problems.push({ path, code: "critical", message: because, hint: "Mend the finding; then it can be accepted." });
    else if (accept === "acknowledged" && !acknowledgement?.trim())
      problems.push({ path, code: "reason-needed", message: because, hint: "Write why you accept it as it is." });
    else
      accepted.push({
        path,
        sha256,
        causeHash: causeOf(task),
        draftNumber: task.draft.number,
        ...(acknowledgement?.trim() ? { acknowledgement: acknowledgement.trim() } : {}),
      });
  }
  return problems.length > 0 ? err(problems) : { ok: true, value: accepted };
}
