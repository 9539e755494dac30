import type { Answers } from "#lib/core/catalog/answers.ts";
import { MANIFEST_PATH, repositoryFiles } from "#lib/core/delivery/repository.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { zipBytes } from "#lib/io/delivery/zip.ts";
import { type Rendered, render } from "./toolbox.ts";

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

/** Scripts ask for the same design again and again, and packing costs more than all the rest: kept as long as the rendering is. */
const zipped = new WeakMap<Rendered, ZippedDesign>();

/** The whole repository of a design, as its built-in drafts give it. Nothing is stored. */
export function zipDesign(answers: Answers): ZippedDesign {
  const rendered = render(answers);
  const known = zipped.get(rendered);
  if (known) return known;
  const made = zip(rendered);
  zipped.set(rendered, made);
  return made;
}

function zip(rendered: Rendered): ZippedDesign {
  const files = repositoryFiles(rendered);
  const name = rendered.design.repositoryName;
  let packed: ReturnType<typeof zipBytes> | undefined;
  return {
    name,
    files: files.length,
    missing: rendered.blueprint.tasks.filter(({ text }) => text === null).length,
    digest: sha256(files.find(({ path }) => path === MANIFEST_PATH)?.text ?? ""),
    bytes: () => {
      packed ??= zipBytes(name, files).catch((cause: unknown) => {
        packed = undefined;
        throw cause;
      });
      return packed;
    },
  };
}
