import { subPrompt } from "#lib/core/blueprint/sub-prompt.ts";
import { failuresOf } from "#lib/core/checks/failures.ts";
import { reportOf } from "#lib/core/report/report-of.ts";
import type { Report } from "#lib/core/report/schema.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { discussionOf } from "#lib/core/share/discussion.ts";
import { listComments } from "#lib/io/db/queries/get-discussion.ts";
import { getContents } from "#lib/io/db/queries/get-drafts.ts";
import { getLog } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";
import { rememberedVerdicts } from "./checking.ts";
import { loadGeneration } from "./load-generation.ts";

/** The final report of a project as it stands: plan, texts, verdicts, reviews, log. Needs a complete design. */
export async function projectReport(
  caller: Caller,
  projectId: string,
): Promise<Result<{ name: string; report: Report }>> {
  const loaded = await loadGeneration(caller, projectId);
  if (!loaded.ok) return loaded;
  const { design, state, tasks, drafts } = loaded.value;
  const hashes = new Map(tasks.map((task) => [task.path, task.state.acceptedSha ?? task.draft?.sha256] as const));
  const [log, comments, verdicts, contents] = await Promise.all([
    getLog(projectId, caller.ownerHash),
    listComments(projectId, caller.ownerHash),
    rememberedVerdicts(loaded.value),
    getContents([...hashes.values()].filter((hash) => hash !== undefined)),
  ]);
  const texts = new Map(
    tasks.flatMap(({ path, sha256, text }) => {
      const hash = hashes.get(path);
      const own = hash === undefined ? null : hash === sha256 ? text : (contents.get(hash) ?? null);
      return own === null ? [] : [[path, own] as const];
    }),
  );
  const planned = tasks.filter(({ status }) => status !== "removed");
  const report = reportOf({
    design,
    state,
    tasks,
    texts,
    verdicts,
    drafts,
    log,
    discussion: discussionOf(state, comments, log),
    prompt: (task) =>
      subPrompt({
        design,
        task,
        tasks: planned,
        changeRequests: task.state.changeRequests ?? [],
        failures: failuresOf(verdicts.get(task.path)?.outcomes ?? []),
      }),
    at: caller.now.toISOString(),
  });
  return ok({ name: design.repositoryName, report });
}
