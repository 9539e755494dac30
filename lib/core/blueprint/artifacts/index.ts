import type { Artifact } from "../define-artifact.ts";
import { libraryArtifacts } from "./library.ts";
import { moduleArtifacts } from "./module.ts";

/** Every kind of file we can generate, in the order of writing within a phase. */
export const artifacts: readonly Artifact[] = [...moduleArtifacts, ...libraryArtifacts];
