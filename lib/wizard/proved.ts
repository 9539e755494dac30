import type { Outcome } from "#lib/core/checks/check.ts";
import { COVERAGE_AT, type Coverage, UNMEASURED } from "#lib/core/checks/coverage.ts";
import type { RunStatus, SnapshotFile } from "#lib/core/checks/run.ts";
import { sandboxView } from "#lib/core/view/runs-view.ts";
import { findCoverage } from "#lib/io/db/queries/find-coverage.ts";
import { findVerdicts } from "#lib/io/db/queries/find-verdicts.ts";
import { listRecentSnapshots } from "#lib/io/db/queries/get-runs.ts";
import { listWorkers } from "#lib/io/db/queries/list-workers.ts";
import { env } from "#lib/io/env.ts";
import type { Generation } from "./load-generation.ts";
import { containerContexts, standingFiles, wholeContext } from "./standing.ts";

/** Whether containers prove files here, now or as soon as their image is built. */
export interface Containers {
  offered: boolean;
  /** Digests of the tools that the living workers prove with. */
  toolchains: string[];
}

/** Asks the living workers. Where the settings demand Docker, files wait for it. */
export async function containersNow(): Promise<Containers> {
  const workers = await listWorkers();
  const required = env().PLUMBLINE_SANDBOX === "docker";
  const { driver, state } = sandboxView(workers, required);
  const toolchains = workers.filter(({ sandbox }) => sandbox === "docker").map(({ toolchain }) => toolchain);
  return { offered: required || (driver === "docker" && state !== "failed"), toolchains: toolchains.filter(Boolean) };
}

/** What containers have to say about one file: their verdict, or why there is none yet; null where none is coming. */
export type Contained = { outcomes: Outcome[]; toolchain: string } | { pending: string } | null;

type ContainedVerdicts = (path: string) => Contained;

const asked = new WeakMap<Generation, Promise<ContainedVerdicts>>();

/**
 * Tells what containers have to say about current drafts; asked once for each loaded generation. Verdicts of tools
 * that no living worker has count only while none lives.
 */
export function containedVerdicts(generation: Generation): Promise<ContainedVerdicts> {
  const found = asked.get(generation) ?? findContained(generation);
  asked.set(generation, found);
  return found;
}

/** What living workers would say again; where none lives, what any has said. */
const trustedBy =
  (toolchains: readonly string[]) =>
  ({ toolchain }: { toolchain: string }): boolean =>
    toolchains.length === 0 || toolchains.includes(toolchain);

/** What all tests covered as the current drafts stand, or why it was not measured; null where no run has asked. Runs nothing. */
export async function foundCoverage(generation: Generation): Promise<Coverage | null> {
  const files = await standingFiles(generation);
  const settings = files.find(({ path }) => path === COVERAGE_AT);
  if (!settings) return null;
  const [{ toolchains }, rows] = await Promise.all([
    containersNow(),
    findCoverage(settings.sha256, wholeContext(generation, files)),
  ]);
  return rows.find(trustedBy(toolchains))?.coverage ?? null;
}

/** The same in words for everyone: what was not asked for is not measured. */
export const rememberedCoverage = async (generation: Generation): Promise<Coverage> =>
  (await foundCoverage(generation)) ?? { reason: UNMEASURED };

async function findContained(generation: Generation): Promise<ContainedVerdicts> {
  const drafts = new Map(generation.tasks.flatMap(({ path, draft }) => (draft ? [[path, draft.sha256]] : [])));
  const [{ offered, toolchains }, rows] = await Promise.all([
    containersNow(),
    findVerdicts([...drafts.values()], "container"),
  ]);
  const contexts =
    rows.length > 0 ? containerContexts(generation, await standingFiles(generation)) : new Map<string, string>();
  const trusted = rows.filter(trustedBy(toolchains));
  const verdicts = new Map(trusted.map((row) => [`${row.path} ${row.sha256} ${row.context}`, row]));
  const runs = offered ? await listRecentSnapshots(generation.state.id) : [];
  return (path) => {
    const sha256 = drafts.get(path) ?? "";
    const found = verdicts.get(`${path} ${sha256} ${contexts.get(path)}`);
    if (found) return { outcomes: found.outcomes, toolchain: found.toolchain };
    if (!offered) return null;
    const run = runs.find(
      ({ paths, files }) => paths.includes(path) && files.some((one) => isSame(one, { path, sha256 })),
    );
    return { pending: WAITING[run?.status ?? "cancelled"](run?.reason ?? "") };
  };
}

const isSame = (a: SnapshotFile, b: SnapshotFile): boolean => a.path === b.path && a.sha256 === b.sha256;

const again = (): string => "Not proved in the sandbox as it stands. Ask for its proof.";
const WAITING: Readonly<Record<RunStatus, (reason: string) => string>> = {
  queued: () => "Waits for its turn in the sandbox.",
  running: () => "Is being proved in the sandbox.",
  crashed: (reason) => `The last proof of this content was given up: ${reason}`,
  done: (reason) => reason || again(),
  cancelled: again,
};
