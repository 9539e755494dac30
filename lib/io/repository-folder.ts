import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ok, type Problem, type Result, refuse } from "#lib/core/result.ts";

/** What tools and editors leave in a repository; nobody delivers it, so nothing judges it. */
const LEFT_BY_TOOLS = new Set([
  ...[".git", ".hg", ".svn", ".venv", "venv", ".nox", ".tox", "node_modules", "__pycache__", "__pypackages__"],
  ...[".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".cache", ".coverage", "htmlcov", "dist", "build"],
  ...[".idea", ".DS_Store", ".pdm-build", ".pdm-python"],
]);

/** A person's own values; they stay on this machine and are never delivered. */
const PRIVATE = new Set([".env"]);

/** More is no repository of ours but a folder that was named by mistake. */
export const MAX_FILES = 5_000;
/** Of one file; larger ones are named and not read. */
export const MAX_BYTES = 16 * 1024 * 1024;

/** Whether nobody delivers a path: tools made it, or it is a person's own. */
export const isLeftBehind = (path: string): boolean =>
  PRIVATE.has(path) || path.split("/").some((part) => LEFT_BY_TOOLS.has(part) || part.endsWith(".egg-info"));

export interface FolderFile {
  /** Relative to the folder, with forward slashes. */
  path: string;
  /** SHA-256 of the bytes, hex. */
  sha256: string;
  /** Null when the bytes are not UTF-8 text. */
  text: string | null;
}

export interface RepositoryFolder {
  files: FolderFile[];
  /** What stands there and was not read, each with its reason. */
  unread: Problem[];
}

/**
 * Reads a repository as it stands in a folder. Follows no symbolic link, reads plain files only, and leaves out what
 * tools left behind; whatever else was not read is listed with its reason.
 */
export function readRepositoryFolder(folder: string): Result<RepositoryFolder> {
  const named = statSync(folder, { throwIfNoEntry: false });
  if (!named)
    return refuse(folder, "no-folder", "There is no such folder.", "Name the folder of a rendered repository.");
  if (!named.isDirectory())
    return refuse(
      folder,
      "no-folder",
      "This is a file.",
      "Unpack a zip first; then name the folder that came out of it.",
    );
  const found: RepositoryFolder = { files: [], unread: [] };
  walk(folder, "", found);
  if (found.files.length > MAX_FILES)
    return refuse(
      folder,
      "too-many",
      `The folder holds more than ${MAX_FILES} files.`,
      "Name the folder of one repository, not one above it.",
    );
  return ok(found);
}

function walk(root: string, inside: string, found: RepositoryFolder): void {
  const entries = readdirSync(join(root, inside), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = `${inside}${entry.name}`;
    if (found.files.length > MAX_FILES) return;
    if (isLeftBehind(path)) continue;
    if (entry.isDirectory()) walk(root, `${path}/`, found);
    else if (entry.isFile()) read(root, path, found);
    else
      found.unread.push(
        unread(path, entry.isSymbolicLink() ? "It is a symbolic link, which is not followed." : "It is no plain file."),
      );
  }
}

function read(root: string, path: string, found: RepositoryFolder): void {
  let file: number | undefined;
  try {
    // A file may have become a link since it was listed.
    file = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { size } = fstatSync(file);
    if (size > MAX_BYTES) {
      found.unread.push(unread(path, `It is larger than ${MAX_BYTES / 1024 / 1024} MiB.`));
      return;
    }
    const bytes = readFileSync(file);
    found.files.push({ path, sha256: createHash("sha256").update(bytes).digest("hex"), text: textOf(bytes) });
  } catch (cause) {
    found.unread.push(unread(path, `It cannot be read: ${(cause as Error).message}.`));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Bytes as UTF-8 text; null when they are not. */
export function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const unread = (path: string, message: string): Problem => ({
  path,
  code: "unread",
  message,
  hint: "Replace it by a plain file if it belongs to the repository.",
});
