import { PassThrough, type Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipArchive } from "archiver";
import type { DeliveredFile } from "#lib/core/delivery/repository.ts";
import type { BinaryFile } from "./git-folder.ts";

/** What an archive holds: the files of a repository, and perhaps its history. */
export type ArchivedFile = DeliveredFile | BinaryFile;

/** The one time stamp in our archives (the zip format begins in 1980), so that same files give same bytes. */
const EPOCH = new Date("1980-01-02T00:00:00Z");

/** Streams a deterministic zip of the files under one folder named like the repository. */
export function zipStream(folder: string, files: readonly ArchivedFile[]): Readable {
  const archive = new ZipArchive({ zlib: { level: 6 } });
  const out = new PassThrough();
  archive.on("error", (cause: Error) => out.destroy(cause));
  archive.pipe(out);
  for (const file of files)
    archive.append("text" in file ? file.text : Buffer.from(file.bytes), {
      name: `${folder}/${file.path}`,
      date: EPOCH,
      mode: file.mode,
    });
  void archive.finalize();
  return out;
}

/** The same zip as bytes, for those who send it more than once. */
export const zipBytes = (folder: string, files: readonly ArchivedFile[]): Promise<Uint8Array<ArrayBuffer>> =>
  buffer(zipStream(folder, files));
