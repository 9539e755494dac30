import { Readable } from "node:stream";
import { crc32, deflateRawSync } from "node:zlib";
import type { DeliveredFile } from "#lib/core/delivery/repository.ts";
import type { BinaryFile } from "./git-folder.ts";

/** What an archive holds: the files of a repository, and perhaps its history. */
export type ArchivedFile = DeliveredFile | BinaryFile;

/** The one time stamp in our archives, 2 January 1980 (the format begins with that year), so that same files give same bytes. */
const DATE = (1 << 5) | 2;
const ENTRY = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0 of the format, and that attributes are those of Unix. */
const NEEDS = 20;
const MADE_BY = (3 << 8) | NEEDS;
const NAMES_ARE_UTF8 = 1 << 11;
const DEFLATED = 8;
const REGULAR_FILE = 0o100000;
/** What 16 and 32 bits can count; our limits are far below. */
const MOST_FILES = 0xffff;

/**
 * A zip of the files under one folder named like the repository; same files, same bytes. Written by hand: libraries that
 * stream take five times as long as the compression itself, and a repository is a few hundred kilobytes.
 * @throws when there are more files than the plain format counts
 */
export function zipBytes(folder: string, files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  if (files.length > MOST_FILES) throw new Error(`A zip cannot hold ${files.length} files.`);
  const body: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(`${folder}/${file.path}`);
    const content = "text" in file ? Buffer.from(file.text) : file.bytes;
    const packed = deflateRawSync(content, { level: 6 });
    const fields = [
      ...[u16(NEEDS), u16(NAMES_ARE_UTF8), u16(DEFLATED), u16(0), u16(DATE)],
      ...[u32(crc32(content)), u32(packed.length), u32(content.length), u16(name.length), u16(0)],
    ];
    const entry = Buffer.concat([u32(ENTRY), ...fields, name, packed]);
    const attributes = ((REGULAR_FILE | file.mode) << 16) >>> 0;
    body.push(entry);
    list.push(...[u32(LISTED), u16(MADE_BY), ...fields, u16(0), u16(0), u16(0), u32(attributes), u32(offset), name]);
    offset += entry.length;
  }
  const listed = Buffer.concat(list);
  const count = u16(files.length);
  const end = [u32(END), u16(0), u16(0), count, count, u32(listed.length), u32(offset), u16(0)];
  return Buffer.concat([...body, listed, ...end]);
}

/** The same zip as a stream. */
export const zipStream = (folder: string, files: readonly ArchivedFile[]): Readable =>
  Readable.from([zipBytes(folder, files)], { objectMode: false });

function u16(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
