import { RUN_LIMITS } from "#lib/core/api/limits.ts";
import { parseAnswers } from "#lib/core/catalog/answers.ts";
import { closureDigest, wholeDigest } from "#lib/core/checks/closure.ts";
import { COVERAGE_AT } from "#lib/core/checks/coverage.ts";
import type { Proof, ProofStep, RepositoryUnderCheck } from "#lib/core/checks/proof.ts";
import { type RunSnapshot, summarise } from "#lib/core/checks/run.ts";
import { emptyState } from "#lib/core/project/evolve.ts";
import { plannedTasks } from "#lib/core/project/plan.ts";
import { type ClaimedRun, claimRun } from "#lib/io/db/commands/claim-run.ts";
import {
  crashRun,
  type FinishedRun,
  finishRun,
  handBackRun,
  noteProgress,
  type RememberedVerdict,
} from "#lib/io/db/commands/finish-run.ts";
import { getContents } from "#lib/io/db/queries/get-drafts.ts";
import { throughOutages } from "#lib/io/db/through-outages.ts";
import { type SandboxDriver, SandboxLost } from "#lib/io/sandbox/driver.ts";
import { standingRepository } from "./standing.ts";
import { render } from "./toolbox.ts";

export interface ValidateRun {
  runId: string;
  /** Id of the worker that runs it. */
  worker: string;
  driver: SandboxDriver;
  /** Aborted when the worker leaves: the run then goes back into the queue. */
  leaving: AbortSignal;
  /** Why there is no container, where the driver is not the one that was wanted. */
  fallback: string;
}

/** How often a run says how far it is, and learns that it was cancelled. */
const BEAT_MS = 1_000;

/** A run must be taken up again by someone: the queue gives it to the next worker. */
class RunHandedBack extends Error {
  override name = "RunHandedBack";
}

/**
 * Proves a run and writes its verdict, once: every write names the attempt, and one that is not the newest writes
 * nothing. @throws RunHandedBack when it has to be tried again
 */
export async function validateRun({ runId, worker, driver, leaving, fallback }: ValidateRun): Promise<void> {
  const run = await claimRun(runId, worker);
  if (!run) return;
  const cancelled = new AbortController();
  const late = AbortSignal.timeout(RUN_LIMITS.seconds * 1_000);
  let steps: readonly ProofStep[] = [];
  const beat = setInterval(async () => {
    const mine = await noteProgress(run, { steps: [...steps], isolation: driver.isolation }).catch(() => true);
    if (!mine) cancelled.abort();
  }, BEAT_MS);
  try {
    const { repository, hashes } = await repositoryOf(run.snapshot);
    const signal = AbortSignal.any([cancelled.signal, leaving, late]);
    const proof = await driver.prove(repository, run.paths, { signal, onSteps: (now) => (steps = now) });
    await throughOutages(() => finishRun(run, finished(proof, repository, hashes, fallback)));
  } catch (cause) {
    await giveUp(run, cause, { cancelled: cancelled.signal, leaving, late });
  } finally {
    clearInterval(beat);
  }
}

async function giveUp(
  run: ClaimedRun,
  cause: unknown,
  { cancelled, leaving, late }: Record<"cancelled" | "leaving" | "late", AbortSignal>,
): Promise<void> {
  if (cancelled.aborted) return;
  if (late.aborted) {
    await throughOutages(() => crashRun(run, `It took longer than ${RUN_LIMITS.seconds / 60} minutes (time limit).`));
    return;
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  const [reason, lost] = leaving.aborted
    ? ["Its worker was stopped; the next one takes it.", false]
    : cause instanceof SandboxLost
      ? [`The sandbox went away (${message}); it is tried again.`, false]
      : [`It ended with an error: ${message}`, true];
  await throughOutages(() => handBackRun(run, reason as string, lost as boolean));
  throw new RunHandedBack(reason as string, { cause });
}

/** The repository of a snapshot, and the hashes of its files by path. */
async function repositoryOf({
  answers: document,
  plan,
  files,
}: RunSnapshot): Promise<{ repository: RepositoryUnderCheck; hashes: Map<string, string> }> {
  const answers = parseAnswers(document);
  if (!answers.ok) throw new Error(`Its answers are not complete: ${answers.error[0]?.message}`);
  const rendered = render(answers.value);
  const texts = await getContents(files.map(({ sha256 }) => sha256));
  const tasks = plannedTasks({ ...emptyState(""), plan }, rendered.blueprint.tasks);
  const standing = files.flatMap(({ path, sha256 }) => {
    const text = texts.get(sha256);
    return text === undefined ? [] : [{ path, text }];
  });
  return {
    repository: standingRepository(rendered, tasks, standing),
    hashes: new Map(files.map(({ path, sha256 }) => [path, sha256])),
  };
}

function finished(
  { sandbox, isolation, toolchain, outcomes, coverage, steps }: Proof,
  repository: RepositoryUnderCheck,
  hashes: ReadonlyMap<string, string>,
  fallback: string,
): FinishedRun {
  return {
    sandbox,
    toolchain,
    outcomes,
    progress: { steps, isolation, summary: summarise(outcomes) },
    reason: sandbox === "embedded" ? fallback : "",
    // What the reader says is remembered where it is asked; only containers are worth remembering from here.
    remember:
      sandbox === "docker"
        ? [
            ...rememberable(toolchain, outcomes, repository, hashes),
            ...rememberableCoverage(toolchain, coverage, repository, hashes),
          ]
        : [],
  };
}

/** What a container said for good: a sandbox that went away half-way has said nothing. */
function rememberable(
  toolchain: string,
  outcomes: Proof["outcomes"],
  repository: RepositoryUnderCheck,
  hashes: ReadonlyMap<string, string>,
): RememberedVerdict[] {
  return Object.entries(outcomes).flatMap(([path, outcome]) => {
    const sha256 = hashes.get(path);
    if (!sha256 || outcome.some(({ ended }) => ended === "sandbox lost")) return [];
    return [{ sha256, path, check: "container", context: closureDigest(repository, path), toolchain, outcome }];
  });
}

/** The figure belongs to the file that holds its settings, and depends on all tests and what they run. */
function rememberableCoverage(
  toolchain: string,
  coverage: Proof["coverage"],
  repository: RepositoryUnderCheck,
  hashes: ReadonlyMap<string, string>,
): RememberedVerdict[] {
  const sha256 = hashes.get(COVERAGE_AT);
  if (!coverage || !sha256) return [];
  const context = wholeDigest(repository);
  return [{ sha256, path: COVERAGE_AT, check: "coverage", context, toolchain, outcome: coverage }];
}
