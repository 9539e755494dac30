import type { Proof, RepositoryUnderCheck } from "#lib/core/checks/proof.ts";
import { repositoryUnderCheck } from "#lib/core/checks/repository-under-check.ts";
import { leftOut } from "#lib/core/delivery/compare-manifest.ts";
import { ANSWERS_PATH, MANIFEST_PATH } from "#lib/core/delivery/repository.ts";
import { ok, type Problem, type Result } from "#lib/core/result.ts";
import { readRepositoryFolder } from "#lib/io/repository-folder.ts";
import type { ProveOptions, SandboxDriver } from "#lib/io/sandbox/driver.ts";
import { deliveredDesign } from "./delivered.ts";
import type { Rendered } from "./toolbox.ts";

/** A repository in a folder, ready to be proved. */
export interface StandingRepository {
  rendered: Rendered;
  repository: RepositoryUnderCheck;
  /** Text of the manifest; empty without one. */
  manifest: string;
  /** Planned files that are not there. */
  missing: RepositoryUnderCheck["missing"];
  /** Planned files that are knowingly not there: the manifest says so. */
  left: RepositoryUnderCheck["missing"];
  /** What stands in the folder and was not judged. */
  unread: Problem[];
}

export interface ValidatedRepository extends StandingRepository {
  proof: Proof;
}

/** Proves a rendered repository as it stands in a folder: its own answers say what every file must be. */
export async function validateRepository(
  folder: string,
  driver: SandboxDriver,
  options: ProveOptions = {},
): Promise<Result<ValidatedRepository>> {
  const standing = standingRepository(folder);
  if (!standing.ok) return standing;
  const { repository } = standing.value;
  const proof = await driver.prove(
    repository,
    repository.files.map(({ path }) => path),
    options,
  );
  return ok({ ...standing.value, proof });
}

function standingRepository(folder: string): Result<StandingRepository> {
  const read = readRepositoryFolder(folder);
  if (!read.ok) return read;
  const { files, unread } = read.value;
  const answers = deliveredDesign(files.find(({ path }) => path === ANSWERS_PATH)?.text ?? null);
  if (!answers.ok) return answers;
  const own = files.filter(({ path }) => !path.startsWith(".plumbline/"));
  const texts = new Map(own.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
  const binary = own.filter(({ text }) => text === null).map(({ path }) => notText(path));
  const repository = repositoryUnderCheck(answers.value.design, answers.value.blueprint, texts);
  const manifest = files.find(({ path }) => path === MANIFEST_PATH)?.text ?? "";
  const known = leftOut(manifest);
  return ok({
    rendered: answers.value,
    repository,
    manifest,
    missing: repository.missing.filter(({ path }) => !known.has(path)),
    left: repository.missing.filter(({ path }) => known.has(path)),
    unread: [...unread, ...binary],
  });
}

const notText = (path: string): Problem => ({
  path,
  code: "not-text",
  message: "It is not UTF-8 text.",
  hint: "Save it as UTF-8 if it should be judged.",
});
