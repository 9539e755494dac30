import { subPrompt } from "#lib/core/blueprint/sub-prompt.ts";
import { failuresOf } from "#lib/core/checks/failures.ts";
import type { RepositoryInput } from "#lib/core/delivery/repository.ts";
import { reportInRepository } from "#lib/core/report/in-repository.ts";
import { reportOf } from "#lib/core/report/report-of.ts";
import type { Report } from "#lib/core/report/schema.ts";
import { discussionOf } from "#lib/core/share/discussion.ts";
import { listComments } from "#lib/io/db/queries/get-discussion.ts";
import { getContents } from "#lib/io/db/queries/get-drafts.ts";
import { getLog } from "#lib/io/db/queries/get-project.ts";
import type { Caller } from "./caller.ts";
import { rememberedVerdicts } from "./checking.ts";
import type { Generation } from "./load-generation.ts";
import { rememberedCoverage } from "./proved.ts";

/**
 * The report of a project as it stands: plan, texts, verdicts, reviews, log.
 * @param lasting for the repository itself: of the time of the last decision, and without the deliveries, so that the
 *   next delivery of the same work has the same bytes
 */
export async function generationReport(caller: Caller, generation: Generation, lasting = false): Promise<Report> {
  const { design, state, tasks, drafts } = generation;
  const hashes = new Map(tasks.map((task) => [task.path, task.state.acceptedSha ?? task.draft?.sha256] as const));
  const [events, comments, verdicts, coverage, contents] = await Promise.all([
    getLog(state.id, caller.ownerHash),
    listComments(state.id, caller.ownerHash),
    rememberedVerdicts(generation),
    rememberedCoverage(asReported(generation)),
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
  const log = lasting ? events.filter(({ event }) => event.type !== "delivered") : events;
  return reportOf({
    design,
    state,
    tasks,
    texts,
    verdicts,
    coverage,
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
    at: lasting ? (log.at(-1)?.at ?? null) : caller.now.toISOString(),
  });
}

/** The plan with the texts that the report is about: the accepted ones, else the drafts. */
const asReported = (generation: Generation): Generation => ({
  ...generation,
  tasks: generation.tasks.map((task) =>
    task.draft && task.state.acceptedSha ? { ...task, draft: { ...task.draft, sha256: task.state.acceptedSha } } : task,
  ),
});

/** The report as a file of the repository, for a delivery that is asked to hold it. */
export async function reportBeside(
  caller: Caller,
  generation: Generation,
): Promise<NonNullable<RepositoryInput["beside"]>> {
  const planned = generation.tasks.map(({ path }) => path);
  return [reportInRepository(await generationReport(caller, generation, true), generation.design, planned)];
}
