import type { Artifact } from "../define-artifact.ts";
import { baseFiles } from "./base-files.ts";
import { deliveryFiles } from "./delivery-files.ts";
import { docsFiles } from "./docs-files.ts";
import { libraryArtifacts } from "./library.ts";
import { moduleArtifacts } from "./module.ts";
import { ownPathArtifacts } from "./own-path.ts";
import { serviceApiArtifacts } from "./service-api.ts";
import { serviceCoreArtifacts } from "./service-core.ts";
import { serviceDocs } from "./service-docs.ts";
import { serviceStoreArtifacts } from "./service-store.ts";
import { serviceTests } from "./service-tests.ts";

/** Every kind of file we can generate, in the order of writing within a phase. */
export const artifacts: readonly Artifact[] = [
  ...baseFiles,
  ...serviceCoreArtifacts,
  ...serviceStoreArtifacts,
  ...serviceApiArtifacts,
  ...serviceTests,
  ...moduleArtifacts,
  ...libraryArtifacts,
  ...deliveryFiles,
  ...serviceDocs,
  ...docsFiles,
  ...ownPathArtifacts,
];
