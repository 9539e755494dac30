import { type Artifact, defineArtifact } from "../define-artifact.ts";
import { releaseWorkflow } from "../documents/release.ts";
import { hasCi, isClosed, isLibrary } from "../documents/traits.ts";
import { libraryCommunity } from "./library-community.ts";
import { isOpen } from "./library-file.ts";
import { librarySite } from "./library-site.ts";
import { librarySource } from "./library-source.ts";
import { libraryTests } from "./library-tests.ts";

/** The source, tests, documentation and community files of a library. */
export const libraryArtifacts: readonly Artifact[] = [
  ...librarySource,
  ...libraryTests,
  ...librarySite,
  ...libraryCommunity,
  defineArtifact({
    id: "library-release",
    phase: "delivery",
    appliesWhen: (design) => isLibrary(design) && isOpen(design) && hasCi(design) && !isClosed(design),
    path: () => ".github/workflows/release.yml",
    purpose: () => "Builds, attests and publishes a release without a stored password",
    because: ["features.ci", "intake.licence", "intake.tier"],
    after: [],
    effort: "moderate",
    layer: "none",
    content: () => ({ text: releaseWorkflow() }),
  }),
];
