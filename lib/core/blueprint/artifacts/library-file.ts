import type { Design } from "../../design/design.ts";
import { type Artifact, type DecisionPath, defineArtifact, type Layer, type Phase } from "../define-artifact.ts";
import { isLibrary } from "../documents/traits.ts";
import type { Values } from "../fill.ts";
import { libraryValues } from "../python/library-package.ts";

/** One file of a library, written from the template of the same path. */
export interface LibraryFile {
  id: string;
  /** Path in the repository; the template has the same one below `templates/library/`. */
  path: string;
  purpose: string;
  phase: Phase;
  layer: Layer;
  because: readonly DecisionPath[];
  after?: readonly string[];
  requirements?: readonly string[];
  appliesWhen?(design: Design): boolean;
  values?(design: Design, paths: readonly string[]): Values;
}

const OPEN_TIER = 6;
/** Community files and the release workflow belong to open libraries only (python-standard 1.6, 1.7). */
export const isOpen = (design: Design): boolean => design.tier === OPEN_TIER;

/** Makes artifacts of library files; they apply to libraries only. */
export const libraryFiles = (files: readonly LibraryFile[]): readonly Artifact[] =>
  files.map((file) =>
    defineArtifact({
      id: file.id,
      phase: file.phase,
      appliesWhen: (design) => isLibrary(design) && (file.appliesWhen?.(design) ?? true),
      path: ({ packageName }) => file.path.replace("xx_package_xx", packageName),
      purpose: () => file.purpose,
      because: file.because,
      after: file.after ?? [],
      effort: "simple",
      layer: file.layer,
      requirements: () => file.requirements ?? [],
      content: (design, _, paths) => ({
        template: `library/${file.path}`,
        values: { ...libraryValues(design), ...file.values?.(design, paths) },
      }),
    }),
  );
