import { closureDigest, wholeDigest } from "#lib/core/checks/closure.ts";
import type { RepositoryUnderCheck } from "#lib/core/checks/proof.ts";
import { repositoryUnderCheck } from "#lib/core/checks/repository-under-check.ts";
import type { RunSnapshot, SnapshotFile } from "#lib/core/checks/run.ts";
import { answersDocument } from "#lib/core/project/complete.ts";
import type { PlannedTask } from "#lib/core/project/plan.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { getContents } from "#lib/io/db/queries/get-drafts.ts";
import type { Generation } from "./load-generation.ts";
import type { Rendered } from "./toolbox.ts";

/** One file as the person sees it now. */
export interface StandingFile extends SnapshotFile {
  text: string;
}

/** The current draft of every task that has one; removed tasks are not part of the repository. */
export async function standingFiles(generation: Generation): Promise<StandingFile[]> {
  const drafts = generation.tasks.flatMap(({ path, status, draft, sha256: builtIn, text }) =>
    status !== "removed" && draft ? [{ path, sha256: draft.sha256, text: draft.sha256 === builtIn ? text : null }] : [],
  );
  const asked = drafts.filter(({ text }) => text === null).map((one) => one.sha256);
  const kept = asked.length > 0 ? await getContents(asked) : new Map<string, string>();
  return drafts.flatMap(({ path, sha256: hash, text }) => {
    const found = text ?? kept.get(hash);
    return found === undefined ? [] : [{ path, sha256: hash, text: found }];
  });
}

/** The same files after one of them was given another text. */
export const withText = (files: readonly StandingFile[], path: string, text: string): StandingFile[] => [
  ...files.filter((file) => file.path !== path),
  { path, text, sha256: sha256(text) },
];

/** What a worker needs to prove these files later, whatever happens to the project meanwhile. */
export const snapshotOf = ({ state }: Generation, files: readonly StandingFile[]): RunSnapshot => ({
  answers: answersDocument(state),
  plan: state.plan,
  files: files.map(({ path, sha256: hash }) => ({ path, sha256: hash })),
});

/** The files as a repository that can be judged; web server and worker build it alike. */
export function standingRepository(
  { design }: Pick<Rendered, "design">,
  tasks: readonly PlannedTask[],
  files: readonly Pick<StandingFile, "path" | "text">[],
): RepositoryUnderCheck {
  return repositoryUnderCheck(
    design,
    { tasks: tasks.filter(({ status }) => status !== "removed") },
    new Map(files.map(({ path, text }) => [path, text])),
  );
}

/** How many repositories' digests are remembered; pages ask for the same one again and again. */
const REMEMBERED = 16;
const known = new Map<string, { byPath: Map<string, string>; whole: string }>();

/** By path: what a container verdict on a file depends on besides its own text, as the files stand. */
export const containerContexts = (generation: Generation, files: readonly StandingFile[]): Map<string, string> =>
  contextsOf(generation, files).byPath;

/** What a measurement over all tests depends on, as the files stand. */
export const wholeContext = (generation: Generation, files: readonly StandingFile[]): string =>
  contextsOf(generation, files).whole;

function contextsOf(generation: Generation, files: readonly StandingFile[]) {
  const key = sha256(JSON.stringify(snapshotOf(generation, files)));
  const found = known.get(key);
  if (found) return found;
  const repository = standingRepository(generation, generation.tasks, files);
  const contexts = {
    byPath: new Map(files.map(({ path }) => [path, closureDigest(repository, path)])),
    whole: wholeDigest(repository),
  };
  known.set(key, contexts);
  if (known.size > REMEMBERED) known.delete(known.keys().next().value as string);
  return contexts;
}
