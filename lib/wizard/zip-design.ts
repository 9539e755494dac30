import type { Answers } from "#lib/core/catalog/answers.ts";
import type { Extras } from "#lib/core/delivery/extras.ts";
import { MANIFEST_PATH } from "#lib/core/delivery/repository.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { zipBytes } from "#lib/io/delivery/zip.ts";
import { commitsOf, designFiles, packed } from "./packing.ts";
import { type Rendered, render } from "./toolbox.ts";

export interface ZippedDesign {
  name: string;
  /** How many files are inside, without those of git. */
  files: number;
  /** How many planned files have no built-in draft and are not inside. */
  missing: number;
  /** SHA-256 over what decides the bytes: the manifest, which holds the hash of every other file, and whether there is a history. */
  digest: string;
  bytes(): Promise<ReturnType<typeof zipBytes>>;
}

/** Scripts ask for the same design again and again, and packing costs more than all the rest: kept as long as the rendering is. */
const zipped = new WeakMap<Rendered, Map<string, ZippedDesign>>();

/** The whole repository of a design, as its built-in drafts give it. Nothing is stored. */
export function zipDesign(answers: Answers, extras: Extras = {}): ZippedDesign {
  const rendered = render(answers);
  // Names are without number; what they sign is made for them and not kept.
  if (extras.author) return zip(rendered, extras);
  const kept = zipped.get(rendered) ?? new Map<string, ZippedDesign>();
  zipped.set(rendered, kept);
  const key = JSON.stringify(extras);
  const made = kept.get(key) ?? zip(rendered, extras);
  kept.set(key, made);
  return made;
}

function zip(rendered: Rendered, extras: Extras): ZippedDesign {
  const files = designFiles(rendered, extras);
  const name = rendered.design.repositoryName;
  const { tasks } = rendered.blueprint;
  const manifest = sha256(files.find(({ path }) => path === MANIFEST_PATH)?.text ?? "");
  let made: Promise<ReturnType<typeof zipBytes>> | undefined;
  return {
    name,
    files: files.length,
    missing: tasks.filter(({ text }) => text === null).length,
    digest: extras.history ? sha256(`${manifest}${JSON.stringify(extras)}`) : manifest,
    bytes: () => {
      made ??= packed(files, extras.history ? commitsOf({ ...rendered, tasks }, files, extras) : null)
        .then((all) => zipBytes(name, all))
        .catch((cause: unknown) => {
          made = undefined;
          throw cause;
        });
      return made;
    },
  };
}
