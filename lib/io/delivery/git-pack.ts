import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import type { DeliveryCommit } from "#lib/core/delivery/commits.ts";

const KINDS = { commit: 1, tree: 2, blob: 3 } as const;

interface Entry {
  mode: "100644" | "100755" | "40000";
  oid: string;
}

export interface Packed {
  /** The pack as git stores it: version 2, whole objects. */
  pack: Buffer;
  /** The newest commit. */
  head: string;
  /** What the newest commit holds, by path. */
  entries: ReadonlyMap<string, Entry>;
}

const sha1 = (...parts: readonly (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha1")).digest();

/**
 * Writes commits as one pack (gitformat-pack). A library that goes through a file system for each of some six hundred
 * objects takes ten times as long, and the objects themselves are a few bytes around the content.
 */
export function packCommits(commits: readonly DeliveryCommit[]): Packed {
  const objects = new Map<string, Buffer>();
  const folders = new Map<string, Map<string, Entry>>();
  const entries = new Map<string, Entry>();
  const add = (kind: keyof typeof KINDS, content: Buffer): string => {
    const oid = sha1(`${kind} ${content.length}\0`, content).toString("hex");
    if (!objects.has(oid)) objects.set(oid, packedObject(KINDS[kind], content));
    return oid;
  };
  const put = (path: string, entry: Entry): void => {
    const folder = folders.get(parentOf(path)) ?? new Map<string, Entry>();
    folders.set(parentOf(path), folder.set(path.slice(path.lastIndexOf("/") + 1), entry));
  };
  let head = "";
  for (const { files, message, author, at } of commits) {
    for (const { path, text, mode } of files) {
      const entry: Entry = { mode: mode === 0o755 ? "100755" : "100644", oid: add("blob", Buffer.from(text)) };
      entries.set(path, entry);
      put(path, entry);
    }
    // Only the folders above what this commit adds are written anew, the deepest first.
    for (const folder of foldersAbove(files))
      put(folder, { mode: "40000", oid: add("tree", treeOf(folders.get(folder))) });
    const tree = add("tree", treeOf(folders.get("")));
    const signature = `${author.name} <${author.mail}> ${at} +0000`;
    const parent = head === "" ? "" : `parent ${head}\n`;
    head = add(
      "commit",
      Buffer.from(`tree ${tree}\n${parent}author ${signature}\ncommitter ${signature}\n\n${message}`),
    );
  }
  const count = Buffer.alloc(12, "PACK");
  count.writeUInt32BE(2, 4);
  count.writeUInt32BE(objects.size, 8);
  const body = Buffer.concat([count, ...objects.values()]);
  return { pack: Buffer.concat([body, sha1(body)]), head, entries };
}

/** Kind and size in 4, then 7 bits a byte, the lowest first; then the content, deflated. */
function packedObject(kind: number, content: Buffer): Buffer {
  const header: number[] = [];
  let rest = content.length >>> 4;
  let byte = (kind << 4) | (content.length & 0b1111);
  for (; rest > 0; rest >>>= 7) {
    header.push(byte | 0x80);
    byte = rest & 0x7f;
  }
  return Buffer.concat([Buffer.from([...header, byte]), deflateSync(content)]);
}

/** Entries in git's order: by bytes, a folder as if its name ended with a slash. */
function treeOf(folder: ReadonlyMap<string, Entry> = new Map()): Buffer {
  const sorted = [...folder]
    .map(([name, entry]) => ({ name, key: Buffer.from(entry.mode === "40000" ? `${name}/` : name), ...entry }))
    .sort((a, b) => Buffer.compare(a.key, b.key));
  return Buffer.concat(
    sorted.flatMap(({ mode, name, oid }) => [Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, "hex")]),
  );
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

function foldersAbove(files: readonly { path: string }[]): string[] {
  const above = new Set<string>();
  for (const { path } of files)
    for (let folder = parentOf(path); folder !== ""; folder = parentOf(folder)) above.add(folder);
  const depth = (folder: string) => folder.split("/").length;
  return [...above].sort((a, b) => depth(b) - depth(a));
}
