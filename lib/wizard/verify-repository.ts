import { compareManifest, type ManifestComparison } from "#lib/core/delivery/compare-manifest.ts";
import { ok, type Problem, type Result } from "#lib/core/result.ts";
import { readRepositoryFolder } from "#lib/io/repository-folder.ts";

/** Compares a delivered repository in a folder with the manifest that came with it. Runs nothing. */
export function verifyRepository(folder: string): Result<ManifestComparison & { unread: Problem[] }> {
  const read = readRepositoryFolder(folder);
  if (!read.ok) return read;
  const compared = compareManifest(read.value.files);
  return compared.ok ? ok({ ...compared.value, unread: read.value.unread }) : compared;
}
