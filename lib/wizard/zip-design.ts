import type { Answers } from "#lib/core/catalog/answers.ts";
import { MANIFEST_PATH, repositoryFiles } from "#lib/core/delivery/repository.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { zipStream } from "#lib/io/delivery/zip.ts";
import { render } from "./toolbox.ts";

export interface ZippedDesign {
  name: string;
  /** How many files are inside. */
  files: number;
  /** How many planned files have no built-in draft and are not inside. */
  missing: number;
  /** SHA-256 of the manifest, which holds the hash of every other file: another one means other contents. */
  digest: string;
  /** Begins to pack. */
  stream(): ReturnType<typeof zipStream>;
}

/** The whole repository of a design, as its built-in drafts give it. Nothing is stored. */
export function zipDesign(answers: Answers): ZippedDesign {
  const rendered = render(answers);
  const files = repositoryFiles(rendered);
  return {
    name: rendered.design.repositoryName,
    files: files.length,
    missing: rendered.blueprint.tasks.filter(({ text }) => text === null).length,
    digest: sha256(files.find(({ path }) => path === MANIFEST_PATH)?.text ?? ""),
    stream: () => zipStream(rendered.design.repositoryName, files),
  };
}
