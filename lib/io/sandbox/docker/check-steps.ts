import type { Outcome } from "#lib/core/checks/check.ts";
import {
  type ContainerCheck,
  type ContainerJob,
  type Plan,
  REPOSITORY,
  type Toolchain,
} from "#lib/core/checks/container-check.ts";
import type { Coverage } from "#lib/core/checks/coverage.ts";
import type { RepositoryUnderCheck } from "#lib/core/checks/proof.ts";
import type { ContainerFile, Engine, StepResult } from "./engine.ts";
import type { StepBoard } from "./step-board.ts";

export interface GroupOptions {
  repository: RepositoryUnderCheck;
  paths: readonly string[];
  toolchain: Toolchain;
  signal: AbortSignal;
  /** The run that asks. */
  asker: symbol;
  board: StepBoard;
}

/** What a group of checks found, by path, and what its tests covered. */
export interface Proved {
  outcomes: Map<string, Outcome[]>;
  coverage: Coverage | null;
}

interface Running {
  check: ContainerCheck;
  plan: Plan;
  show: ReturnType<StepBoard["begin"]>;
  durationMs: number;
}

/** Where the job finds the repository, below the folder that takes its files. */
const FOLDER = REPOSITORY.split("/").at(-1) as string;

/**
 * Runs checks that may share a container, one after the other in a fresh one, and reads what came out. What a check
 * asks to run again gets a container of its own.
 */
export async function proveGroup(
  engine: Engine,
  checks: readonly ContainerCheck[],
  { repository, paths, toolchain, signal, asker, board }: GroupOptions,
): Promise<Proved> {
  const found = new Map<string, Outcome[]>();
  let coverage: Coverage | null = null;
  const keep = (outcomes: ReadonlyMap<string, Outcome>) => {
    for (const [path, outcome] of outcomes) found.set(path, [...(found.get(path) ?? []), outcome]);
  };
  const standing = repository.files.map(({ path, text }) => ({ path: `${FOLDER}/${path}`, text }));
  let round = checks.flatMap((check): Running[] => {
    const plan = check.plan(repository, paths, toolchain);
    keep(plan.known);
    if (plan.job) return [{ check, plan, show: board.begin(check.label), durationMs: 0 }];
    const reading = plan.read([]);
    keep(reading.outcomes);
    coverage = reading.coverage ?? coverage;
    // A check about which nothing is known was not asked for, and is no step.
    if (plan.known.size > 0) board.begin(check.label)({ state: "skipped", durationMs: 0, summary: reading.summary });
    return [];
  });
  while (round.length > 0) {
    const jobs = round.flatMap(({ plan }) => plan.job ?? []);
    const files: ContainerFile[] = [...standing, ...jobs.flatMap((job) => [...job.files])];
    const results = await engine.runSteps(
      files,
      jobs.flatMap(({ commands }) => commands),
      { signal, asker, ...most(jobs, "memoryMb"), ...most(jobs, "cpus") },
    );
    round = round.flatMap((running): Running[] => {
      const own = resultsOf(running.plan, results);
      const reading = running.plan.read(own);
      const durationMs = running.durationMs + own.reduce((sum, one) => sum + one.durationMs, 0);
      keep(reading.outcomes);
      coverage = reading.coverage ?? coverage;
      if (reading.again?.job) return [{ ...running, plan: reading.again, durationMs }];
      const bad = [...found.values()].some((list) => list.some((one) => isFailure(one, running.check)));
      running.show({ state: bad ? "failed" : "done", durationMs, summary: reading.summary });
      return [];
    });
  }
  return { outcomes: found, coverage };
}

/** What the most demanding job asks for; nothing where none asks. */
function most(jobs: readonly ContainerJob[], limit: "memoryMb" | "cpus"): Partial<Record<typeof limit, number>> {
  const asked = jobs.flatMap((job) => job[limit] ?? []);
  return asked.length > 0 ? { [limit]: Math.max(...asked) } : {};
}

const resultsOf = ({ job }: Plan, results: readonly StepResult[]): StepResult[] =>
  results.filter(({ id }) => job?.commands.some((command) => command.id === id));

const isFailure = ({ check, status }: Outcome, { id }: ContainerCheck): boolean => check === id && status === "fail";
