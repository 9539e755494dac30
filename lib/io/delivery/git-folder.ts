import git from "isomorphic-git";
import { memfs } from "memfs";
import type { DeliveryCommit } from "#lib/core/delivery/commits.ts";
import { packCommits } from "./git-pack.ts";

/** A file that is not text. */
export interface BinaryFile {
  path: string;
  bytes: Uint8Array;
  mode: 0o644;
}

const BRANCH = "refs/heads/main";

/** Nothing but what git needs to take the folder for a repository: no identity, no remote, no hooks. */
const CONFIG = "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n";

/**
 * The `.git` folder of a repository whose history is these commits, on branch main: one pack with its index, the
 * staging area as a clean checkout has it, HEAD, and the least configuration. Built in memory without a clock: same
 * commits, same bytes.
 */
export async function gitFolder(commits: readonly DeliveryCommit[]): Promise<BinaryFile[]> {
  const { pack, head, entries } = packCommits(commits);
  const packed = `.git/objects/pack/pack-${pack.subarray(-20).toString("hex")}`;
  const { fs, vol } = memfs(
    {
      ".git/HEAD": `ref: ${BRANCH}\n`,
      ".git/config": CONFIG,
      [`.git/${BRANCH}`]: `${head}\n`,
      [`${packed}.pack`]: pack,
    },
    "/",
  );
  const repository = { fs, dir: "/", cache: {} };
  await git.indexPack({ ...repository, filepath: `${packed}.pack` });
  for (const [filepath, { oid, mode }] of entries)
    await git.updateIndex({ ...repository, filepath, oid, mode: Number.parseInt(mode, 8), add: true });
  return [".git/HEAD", ".git/config", ".git/index", `.git/${BRANCH}`, `${packed}.idx`, `${packed}.pack`].map(
    (path) => ({
      path,
      bytes: new Uint8Array(vol.readFileSync(`/${path}`) as Buffer),
      mode: 0o644,
    }),
  );
}
