import { createHash } from "node:crypto";
import type { DeliveryCommit, Signature } from "#lib/core/delivery/commits.ts";
import type { PushOrder } from "#lib/core/delivery/push-order.ts";
import type { DeliveredFile } from "#lib/core/delivery/repository.ts";

/** Whose token it is. */
export interface Account {
  login: string;
  /** How this account stands in commits. */
  signature: Signature;
}

export interface ForgeRepository {
  owner: string;
  name: string;
  /** Where a person looks at it. */
  url: string;
  description: string;
  defaultBranch: string;
}

/** Where a branch stands: its commit, and its files as `mode id` by path. */
export interface Tip {
  commit: string;
  files: ReadonlyMap<string, string>;
}

export interface CommitOrder {
  branch: string;
  /** Where the branch begins, or goes on; null in an empty repository. */
  onto: { branch: string; tip: Tip } | null;
  commits: readonly DeliveryCommit[];
  /** Called as commits arrive, with how many of all. */
  arrived(done: number): void;
}

/**
 * A place where repositories live. Each call is one effect there, asks again by itself when the place is busy, and
 * throws what a person must hear as `ForgeRefusal`. Whether a call that never came back took effect is found out by looking.
 */
export interface Forge {
  account(): Promise<Account>;
  find(owner: string, name: string): Promise<ForgeRepository | null>;
  /** Null when the name is taken. */
  create(
    order: Pick<PushOrder, "name" | "visibility"> & { owner: string; own: boolean; description: string },
  ): Promise<ForgeRepository | null>;
  /** Null for a branch that does not exist, and in an empty repository. */
  tip(repository: ForgeRepository, branch: string): Promise<Tip | null>;
  /** Sends the commits; the branch moves last and never backwards. Gives the newest commit. */
  commit(repository: ForgeRepository, order: CommitOrder): Promise<string>;
  describe(repository: ForgeRepository, description: string): Promise<void>;
  /** The open request to merge a branch, opened if there is none; gives its address. */
  request(
    repository: ForgeRepository,
    order: { branch: string; into: string; title: string; body: string },
  ): Promise<string>;
}

/** A file as a tree of git names it; equal for equal bytes and mode, wherever it is. */
export function entryOf({ text, mode }: Pick<DeliveredFile, "text" | "mode">): string {
  const bytes = Buffer.from(text);
  const id = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
  return `${gitMode(mode)} ${id}`;
}

/** A mode as git writes it; it knows of no others. */
export const gitMode = (mode: DeliveredFile["mode"]): "100644" | "100755" => (mode === 0o755 ? "100755" : "100644");

/** Whether every one of these files stands there, byte for byte. */
export const holds = ({ files }: Tip, delivered: readonly DeliveredFile[]): boolean =>
  delivered.every((file) => files.get(file.path) === entryOf(file));
