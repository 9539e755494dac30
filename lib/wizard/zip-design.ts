import type { Answers } from "#lib/core/catalog/answers.ts";
import { type DeliveredFile, MANIFEST_PATH, repositoryFiles } from "#lib/core/delivery/repository.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { zipBytes } from "#lib/io/delivery/zip.ts";
import { render } from "./toolbox.ts";

export interface ZippedDesign {
  name: string;
  /** How many files are inside. */
  files: number;
  /** How many planned files have no built-in draft and are not inside. */
  missing: number;
  /** SHA-256 of the manifest, which holds the hash of every other file: another one means other contents. */
  digest: string;
  bytes(): ReturnType<typeof zipBytes>;
}

/** How many zips are remembered, some 200 KB each: scripts ask for the same design again and again. */
const REMEMBERED = 16;
const packed = new Map<string, ReturnType<typeof zipBytes>>();

/** Packing costs more than all the rest; what failed is not remembered. */
function pack(digest: string, name: string, files: readonly DeliveredFile[]): ReturnType<typeof zipBytes> {
  const known = packed.get(digest);
  if (known) return known;
  const bytes = zipBytes(name, files);
  packed.set(digest, bytes);
  if (packed.size > REMEMBERED) packed.delete(packed.keys().next().value as string);
  bytes.catch(() => packed.delete(digest));
  return bytes;
}

/** The whole repository of a design, as its built-in drafts give it. Nothing is stored. */
export function zipDesign(answers: Answers): ZippedDesign {
  const rendered = render(answers);
  const files = repositoryFiles(rendered);
  const name = rendered.design.repositoryName;
  const digest = sha256(files.find(({ path }) => path === MANIFEST_PATH)?.text ?? "");
  return {
    name,
    files: files.length,
    missing: rendered.blueprint.tasks.filter(({ text }) => text === null).length,
    digest,
    bytes: () => pack(digest, name, files),
  };
}
