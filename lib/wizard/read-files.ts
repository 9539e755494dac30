import type { FilesDocument } from "#lib/core/api/documents/files.ts";
import { err, ok, type Result } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import type { Caller } from "./caller.ts";
import { acceptedFiles } from "./delivering.ts";
import { loadGeneration } from "./load-generation.ts";

/**
 * The files of a project as they would leave now: what people accepted, with answers, manifest and evidence. Without
 * `paths` all of them by name and hash; with `paths` these with their texts. Records nothing: reading is no delivery.
 */
export async function readFiles(
  caller: Caller,
  projectId: string,
  paths: readonly string[],
): Promise<Result<FilesDocument>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  const files = await acceptedFiles(generation.value);
  const known = new Set(files.map(({ path }) => path));
  const unknown = paths.filter((path) => !known.has(path));
  if (unknown.length > 0)
    return err(
      unknown.map((path) => ({
        path,
        code: "no-file",
        message: `${path} is not among the accepted files.`,
        hint: "Ask without paths to see which there are.",
      })),
    );
  const asked = new Set(paths);
  return ok({
    repository_name: generation.value.design.repositoryName,
    files: files
      .filter(({ path }) => asked.size === 0 || asked.has(path))
      .map(({ path, mode, text }) => ({
        path,
        mode: mode === 0o755 ? "0755" : "0644",
        sha256: sha256(text),
        ...(asked.has(path) ? { text } : {}),
      })),
  });
}
