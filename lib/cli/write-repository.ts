import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ArchivedFile } from "#lib/io/delivery/zip.ts";
import { BadInput } from "./output.ts";

/**
 * Writes a repository into a new or an empty folder, whole or not at all.
 * @throws BadInput when the folder holds anything; what the file system said, with the path it said it of
 */
export function writeFolder(folder: string, files: readonly ArchivedFile[]): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new BadInput([
      {
        path: folder,
        code: "not-empty",
        message: "The folder is not empty; nothing was written.",
        hint: "Name a new or an empty folder.",
      },
    ]);
  const undo: (() => void)[] = [];
  try {
    for (const file of files) {
      const target = join(folder, file.path);
      makeFolder(dirname(target), undo);
      undo.push(() => unlinkSync(target));
      writeFileSync(target, "text" in file ? file.text : file.bytes, { mode: file.mode, flag: "wx" });
    }
  } catch (cause) {
    takeBack(undo);
    throw placed(cause, folder);
  }
}

/**
 * Writes a repository into a new zip, whole or not at all.
 * @throws BadInput when the file exists; what the file system said, with the path it said it of
 */
export async function writeZip(target: string, name: string, files: readonly ArchivedFile[]): Promise<void> {
  const { zipStream } = await import("#lib/io/delivery/zip.ts");
  if (existsSync(target))
    throw new BadInput([
      {
        path: target,
        code: "exists",
        message: "The file exists already; nothing was written.",
        hint: "Name another file, or remove this one.",
      },
    ]);
  const output = createWriteStream(target, { flags: "wx" });
  let ours = false;
  output.once("open", () => {
    ours = true;
  });
  try {
    await pipeline(zipStream(name, files), output);
  } catch (cause) {
    if (ours) rmSync(target, { force: true });
    throw placed(cause, target);
  }
}

/** Writes a repository as a zip to standard output, for a pipe. */
export async function streamZip(name: string, files: readonly ArchivedFile[]): Promise<void> {
  const { zipStream } = await import("#lib/io/delivery/zip.ts");
  await pipeline(zipStream(name, files), process.stdout, { end: false });
}

/** Node's own `recursive` never returns where a folder cannot hold others, such as /proc. */
function makeFolder(path: string, undo: (() => void)[]): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path), undo);
  mkdirSync(path);
  undo.push(() => rmdirSync(path));
}

/** Takes back what was made, the last first; a folder in which something else was put meanwhile stays. */
function takeBack(undo: readonly (() => void)[]): void {
  for (const step of undo.toReversed()) {
    try {
      step();
    } catch {
      // What cannot be removed was not made, or is no longer ours alone.
    }
  }
}

/** A full disk does not say which file it could not take. */
const placed = (cause: unknown, path: string): unknown =>
  cause instanceof Error && !("path" in cause) ? Object.assign(cause, { path }) : cause;
