import { RUN_LIMITS } from "#lib/core/api/limits.ts";
import type { Outcome } from "#lib/core/checks/check.ts";
import { type RunKind, summarise } from "#lib/core/checks/run.ts";
import type { Actor } from "#lib/core/project/state.ts";
import { ok, type Problem, type Result, refuse } from "#lib/core/result.ts";
import type { Transaction } from "#lib/io/db/client.ts";
import { insertRun, keepContents, measureQueue, type NewRun, supersedeRuns } from "#lib/io/db/commands/insert-run.ts";
import { prepareSending, sendRun } from "#lib/io/jobs/send-run.ts";
import type { Generation } from "./load-generation.ts";
import { type Contained, containedVerdicts, containersNow, foundCoverage } from "./proved.ts";
import { containerContexts, type StandingFile, snapshotOf, standingFiles, withText } from "./standing.ts";

/** `changed`: a text that is about to be kept; it and what depends on it are judged. Otherwise `paths`, or all when none is named. */
export type RunRequest = { kind: RunKind; actor: Actor } & (
  | { paths: readonly string[]; changed?: undefined }
  | { changed: { path: string; text: string } }
);

/** `remembered`: every file was proved before exactly as it stands, so the run is done without a job. */
export interface RequestedRun {
  id: string;
  remembered: boolean;
}

/** Queues the run in the transaction of whatever caused it: files, run and job come to be together or not at all. */
export type Enqueue = (tx: Transaction) => Promise<Result<RequestedRun>>;

const NEWER: Readonly<Record<RunKind, string>> = {
  draft: "A newer draft took its place.",
  repository: "A newer request for the whole repository took its place.",
  feasibility: "The design was reviewed again.",
};

/** Gets a run ready to be queued. Refused where no containers are offered (`no-sandbox`) or a named file has no text. */
export async function prepareRun(generation: Generation, request: RunRequest): Promise<Result<Enqueue>> {
  if (!(await containersNow()).offered) return NO_SANDBOX;
  const files = await standingFiles(generation);
  if (!request.changed) {
    const unknown = request.paths.filter((path) => !files.some((file) => file.path === path));
    if (unknown.length > 0) return { ok: false, error: unknown.map(notThere) };
  }
  await prepareSending();
  const { kind, actor } = request;
  if (request.changed) {
    const after = withText(files, request.changed.path, request.changed.text);
    const paths = [...new Set([request.changed.path, ...affected(generation, files, after)])];
    return ok((tx) => enqueue(tx, generation, after, { kind, actor, paths }));
  }
  const whole = request.paths.length === 0;
  const paths = whole ? files.map(({ path }) => path) : request.paths;
  // Files proved one by one say nothing about what all tests cover together.
  const measured = !whole || (await foundCoverage(generation)) !== null;
  const known = measured ? await rememberedOutcomes(generation, paths) : null;
  return ok((tx) => enqueue(tx, generation, files, { kind, actor, paths }, known));
}

/** Files whose proof does not hold any more after a change. */
function affected(generation: Generation, before: readonly StandingFile[], after: readonly StandingFile[]): string[] {
  const old = containerContexts(generation, before);
  return [...containerContexts(generation, after)].flatMap(([path, context]) =>
    old.get(path) === context ? [] : [path],
  );
}

async function rememberedOutcomes(
  generation: Generation,
  paths: readonly string[],
): Promise<Record<string, Outcome[]> | null> {
  const contained = await containedVerdicts(generation);
  const found = paths.map((path) => [path, conclusive(contained(path))] as const);
  return found.every(([, outcomes]) => outcomes) ? Object.fromEntries(found as [string, Outcome[]][]) : null;
}

/** What a limit ended may go better on a quieter machine: it is run again when somebody asks. */
const conclusive = (contained: Contained): Outcome[] | null =>
  contained && "outcomes" in contained && contained.outcomes.every(({ ended }) => !ended) ? contained.outcomes : null;

async function enqueue(
  tx: Transaction,
  generation: Generation,
  files: readonly StandingFile[],
  asked: Pick<NewRun, "kind" | "actor" | "paths">,
  known: Record<string, Outcome[]> | null = null,
): Promise<Result<RequestedRun>> {
  const projectId = generation.state.id;
  const run = { ...asked, projectId, snapshot: snapshotOf(generation, files) };
  const length = await measureQueue(tx, projectId);
  const project = length.project - (await supersedeRuns(tx, run, NEWER[run.kind]));
  if (known) {
    const done = { outcomes: known, summary: summarise(known), reason: REMEMBERED };
    return ok({ id: await insertRun(tx, run, done), remembered: true });
  }
  if (project >= RUN_LIMITS.queued) return busy(`${project} runs of this project are`);
  if (length.total >= RUN_LIMITS.queuedInAll) return busy(`${length.total} runs are`);
  await keepContents(tx, new Map(files.map(({ sha256, text }) => [sha256, text])));
  const id = await insertRun(tx, run);
  await sendRun(tx, id, projectId, project);
  return ok({ id, remembered: false });
}

const REMEMBERED = "These files were proved before exactly as they stand; their verdicts are remembered.";

const busy = (line: string) =>
  refuse(
    "run",
    "busy",
    `The sandbox is busy: ${line} waiting already.`,
    "Wait until some of them are done, or cancel some; then ask again.",
  );

const notThere = (path: string): Problem => ({
  path,
  code: "no-draft",
  message: `${path} has no content to be proved.`,
  hint: "Write or paste it first.",
});

const NO_SANDBOX = refuse(
  "run",
  "no-sandbox",
  "No worker offers containers, so nothing that runs code can be proved here.",
  "Start Docker on the machine of a worker; files are read and checked statically meanwhile.",
);
