import type { Answers } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import type { RepositoryUnderCheck } from "#lib/core/checks/proof.ts";
import { db } from "#lib/io/db/client.ts";
import type { Caller } from "#lib/wizard/caller.ts";
import { createProject } from "#lib/wizard/create-project.ts";
import { type Enqueue, prepareRun } from "#lib/wizard/enqueue-run.ts";
import { type Generation, loadGeneration } from "#lib/wizard/load-generation.ts";
import { standingFiles, standingRepository } from "#lib/wizard/standing.ts";

export const SECRET = "a secret of forty characters or more, for chaos";

/** A project whose files can be proved, with as many different runs as one asks for. */
export interface Load {
  projectId: string;
  /** Gets the n-th run of `files` files ready: no two of them judge the same set of files. */
  prepare(n: number, files: number): Promise<Enqueue>;
  repository(): Promise<RepositoryUnderCheck>;
}

/** Makes a project of the first example. Its files are many enough to be cut into different runs. */
export async function makeLoad(caller: Caller): Promise<Load> {
  const state = await createProject(caller, (examples[0] as { answers: Answers }).answers);
  if (!state.ok) throw new Error(JSON.stringify(state.error));
  const loaded = await loadGeneration(caller, state.value.id);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const generation: Generation = loaded.value;
  const paths = generation.tasks.filter(({ draft }) => draft).map(({ path }) => path);
  return {
    projectId: state.value.id,
    repository: async () => standingRepository(generation, generation.tasks, await standingFiles(generation)),
    async prepare(n, files) {
      const chosen = Array.from({ length: files }, (_, index) => paths[(n * 3 + index) % paths.length] as string);
      const run = await prepareRun(generation, { kind: "draft", paths: chosen, actor: caller.actor });
      if (!run.ok) throw new Error(JSON.stringify(run.error));
      return run.value;
    },
  };
}

/** Records runs, each in a transaction of its own; gives back the ids of those that were accepted. */
export async function send(loads: readonly Load[], runs: number, files: number): Promise<string[]> {
  const accepted: string[] = [];
  for (let n = 0; n < runs; n++) {
    const run = await (loads[n % loads.length] as Load).prepare(Math.floor(n / loads.length), files);
    const recorded = await db().$transaction((tx) => run(tx));
    if (recorded.ok) accepted.push(recorded.value.id);
  }
  return accepted;
}
