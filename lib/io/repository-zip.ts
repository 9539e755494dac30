import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { crc32, inflateRawSync } from "node:zlib";
import { ANSWERS_PATH } from "#lib/core/delivery/repository.ts";
import { err, ok, type Result, refuse } from "#lib/core/result.ts";
import {
  type FolderFile,
  isLeftBehind,
  MAX_BYTES,
  MAX_FILES,
  type RepositoryFolder,
  textOf,
} from "./repository-folder.ts";

const MAX_ZIP_BYTES = 4 * MAX_BYTES;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;
const LINK = 0o120000;
const KIND = 0o170000;

/** Why an archive is refused as a whole, in words. */
class Unreadable extends Error {}

/**
 * Reads a delivered repository out of a zip, without writing anything. One folder around everything is taken off. An
 * archive that holds links, encrypted entries, names that lead elsewhere or more than a repository can is refused.
 */
export function readRepositoryZip(path: string): Result<RepositoryFolder> {
  if (statSync(path).size > MAX_ZIP_BYTES)
    return refuse(path, "too-large", `The zip is larger than ${MAX_ZIP_BYTES / 1024 / 1024} MiB.`, HINT);
  try {
    const files = [...entries(readFileSync(path))];
    if (new Set(files.map((file) => file.path)).size < files.length) throw new Unreadable("Two entries have one name.");
    const [answers] = files
      .filter((file) => `/${file.path}`.endsWith(`/${ANSWERS_PATH}`))
      .sort((a, b) => a.path.length - b.path.length);
    const around = answers?.path.slice(0, -ANSWERS_PATH.length) ?? "";
    const own = files.flatMap((file) =>
      file.path.startsWith(around) ? [{ ...file, path: file.path.slice(around.length) }] : [],
    );
    return ok({ files: own.filter((file) => !isLeftBehind(file.path)), unread: [] });
  } catch (cause) {
    // A number that points outside of the archive is a broken archive, too.
    if (!(cause instanceof Unreadable || cause instanceof RangeError || isZlibError(cause))) throw cause;
    return err([
      {
        path,
        code: "bad-zip",
        message: cause instanceof Unreadable ? cause.message : "The zip is damaged.",
        hint: HINT,
      },
    ]);
  }
}

const HINT = "Name a zip as it was delivered, or the folder it was unpacked into.";

const isZlibError = (cause: unknown): boolean =>
  /^(Z_|ERR_BUFFER_TOO_LARGE|ERR_OUT_OF_RANGE)/.test(String((cause as NodeJS.ErrnoException).code));

function* entries(zip: Buffer): Generator<FolderFile> {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > MAX_FILES) throw new Unreadable(`It holds more than ${MAX_FILES} files.`);
  let at = zip.readUInt32LE(end + 16);
  let total = 0;
  for (let left = count; left > 0; left--) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Unreadable("The zip is damaged: its list of files is not one.");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const name = nameOf(zip.subarray(at + 46, at + 46 + nameLength));
    if (!name.endsWith("/")) {
      const bytes = contentOf(zip, at, name);
      total += bytes.length;
      if (total > MAX_ZIP_BYTES) throw new Unreadable("Unpacked, it is larger than a repository can be.");
      yield { path: name, sha256: createHash("sha256").update(bytes).digest("hex"), text: textOf(bytes) };
    }
    at += 46 + nameLength + extra + comment;
  }
}

function endOf(zip: Buffer): number {
  for (let at = zip.length - END_LENGTH; at >= Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT); at--)
    if (zip.readUInt32LE(at) === END) return at;
  throw new Unreadable("This is not a zip.");
}

function nameOf(bytes: Buffer): string {
  const name = textOf(bytes);
  const parts = name?.replace(/\/$/, "").split("/") ?? [];
  if (name === null || /[\\\0:]/.test(name) || parts.some((part) => part === "" || part === "." || part === ".."))
    throw new Unreadable("It holds a name that leads elsewhere.");
  return name;
}

/** The bytes of the entry that the central directory describes at this place. */
function contentOf(zip: Buffer, at: number, name: string): Buffer {
  const mode = zip.readUInt32LE(at + 38) >>> 16;
  if ((mode & KIND) === LINK) throw new Unreadable(`${name} is a link.`);
  if (zip.readUInt16LE(at + 8) & ENCRYPTED) throw new Unreadable(`${name} is encrypted.`);
  const [crc, packed, size, header] = [16, 20, 24, 42].map((offset) => zip.readUInt32LE(at + offset)) as [
    number,
    number,
    number,
    number,
  ];
  if (size > MAX_BYTES) throw new Unreadable(`${name} is larger than ${MAX_BYTES / 1024 / 1024} MiB.`);
  if (zip.readUInt32LE(header) !== LOCAL) throw new Unreadable(`The zip is damaged at ${name}.`);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const stored = zip.subarray(start, start + packed);
  const method = zip.readUInt16LE(at + 10);
  if (method !== STORED && method !== DEFLATED)
    throw new Unreadable(`${name} is packed in a way that is not read here.`);
  // One byte more than promised is already a lie; nothing larger is ever unpacked.
  const bytes = method === STORED ? stored : inflateRawSync(stored, { maxOutputLength: size + 1 });
  if (bytes.length !== size || crc32(bytes) !== crc) throw new Unreadable(`${name} is not what the zip says it is.`);
  return bytes;
}
