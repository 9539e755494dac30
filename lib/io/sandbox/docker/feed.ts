import { buffer } from "node:stream/consumers";
import { pack } from "tar-stream";
import { FILE_BYTES, FILE_SIZE } from "#lib/core/api/limits.ts";

/** A file as a job finds it, under /job. */
export interface ContainerFile {
  path: string;
  text: string;
  /** 0o644 unless it must be run. */
  mode?: number;
}

/** Of what one job may bring along; refused before it is packed (HARDENING, "Sandbox tiers"). */
export const FEED_LIMITS = { files: 600, fileBytes: FILE_BYTES, bytes: 5 * 1024 * 1024, pathBytes: 240 } as const;

const SEGMENT = /^(?!\.{1,2}$)[A-Za-z0-9_.][A-Za-z0-9._@+ -]{0,199}$/;

function fault({ path, text }: ContainerFile): string | null {
  if (Buffer.byteLength(path) > FEED_LIMITS.pathBytes) return "its path is too long";
  if (!path.split("/").every((segment) => SEGMENT.test(segment))) return "its path is not a plain relative path";
  if (Buffer.byteLength(text) > FEED_LIMITS.fileBytes) return `it is larger than ${FILE_SIZE}`;
  return null;
}

/**
 * The files as one tar stream: plain files in plain folders, nothing else.
 * @throws when a path could lead anywhere but below /job, or the whole is too large; callers have checked both before
 */
export async function tarOf(files: readonly ContainerFile[]): Promise<Buffer> {
  if (files.length > FEED_LIMITS.files) throw new Error(`A sandbox takes ${FEED_LIMITS.files} files at most.`);
  const stream = pack();
  const folders = new Set<string>();
  const seen = new Set<string>();
  for (const file of files) {
    const wrong = fault(file);
    if (wrong) throw new Error(`${JSON.stringify(file.path)} cannot go into a sandbox: ${wrong}.`);
    if (seen.has(file.path)) throw new Error(`${JSON.stringify(file.path)} would go into a sandbox twice.`);
    seen.add(file.path);
    const segments = file.path.split("/");
    for (let depth = 1; depth < segments.length; depth++) folders.add(segments.slice(0, depth).join("/"));
    stream.entry({ name: file.path, mode: file.mode ?? 0o644, mtime: new Date(0) }, file.text);
  }
  const both = [...seen].find((path) => folders.has(path));
  if (both) throw new Error(`${JSON.stringify(both)} would be a file and a folder.`);
  stream.finalize();
  const tar = await buffer(stream as AsyncIterable<Buffer>);
  if (tar.length > 2 * FEED_LIMITS.bytes) throw new Error("A sandbox takes 5 MiB of files at most.");
  return tar;
}
