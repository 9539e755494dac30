import type { Design } from "../../design/design.ts";
import { type Artifact, type DecisionPath, defineArtifact } from "../define-artifact.ts";
import { hasIntegration, hasModules, hasTests, isFull, isLibrary, isService } from "../documents/traits.ts";

/** The packages that hold the tests of one kind of repository. */
interface Packages {
  of(design: Design): boolean;
  because: readonly DecisionPath[];
  coversEveryOption?: boolean;
  /** Where the templates of these files lie below `templates/`. */
  templates: "service" | "library";
  /** By the folder's path: the artifact's id, and what the folder is for. */
  folders: Readonly<Record<string, readonly [id: string, purpose: string]>>;
}

/** What a folder waits for beyond tests as such. */
const NEEDS: Readonly<Record<string, (design: Design) => boolean>> = {
  "tests/integration": hasIntegration,
  "tests/contract": (design) => isService(design) || hasModules(design),
  "tests/typing": (design) => isFull(design) && hasModules(design),
};

const markers = ({ of, because, coversEveryOption = false, templates, folders }: Packages): readonly Artifact[] =>
  Object.entries(folders).map(([folder, [id, purpose]]) =>
    defineArtifact({
      id,
      phase: "tests",
      appliesWhen: (design) => of(design) && hasTests(design) && (NEEDS[folder]?.(design) ?? true),
      path: () => `${folder}/__init__.py`,
      purpose: () => purpose,
      because,
      coversEveryOption,
      after: [],
      effort: "trivial",
      layer: "tests",
      content: () => ({ template: `${templates}/${folder}/__init__.py` }),
    }),
  );

/**
 * The `__init__.py` files of the tests: without them no test file could import what stands beside it. Each kind of
 * repository writes its own before its other tests, because the registry's order is the order of the plan.
 */
export const testsPackages = {
  service: markers({
    of: isService,
    because: ["structure.resources", "architecture.testing", "intake.purpose", "intake.tier", "intake.concurrency"],
    templates: "service",
    folders: {
      tests: ["tests-package", "Makes the tests a package, so that they can share samples"],
      "tests/unit": ["tests-unit-package", "The tests that need no database"],
      "tests/integration": ["tests-integration-package", "The tests that need PostgreSQL"],
      "tests/contract": ["tests-contract-package", "The tests of what callers rely on"],
      "tests/samples": ["tests-samples-package", "The samples that all tests share"],
    },
  }),
  library: markers({
    of: isLibrary,
    because: ["architecture.testing", "intake.purpose"],
    templates: "library",
    folders: {
      tests: ["library-tests", "Makes the tests one package"],
      "tests/unit": ["library-tests-unit", "Folder of the unit tests"],
      "tests/contract": ["library-tests-contract", "Folder of the contract tests"],
      "tests/integration": ["library-tests-integration", "Folder of the integration tests"],
      "tests/typing": ["library-tests-typing", "Folder of what type checkers read"],
    },
  }),
  /** Purposes without templates of their own: what can be tested are the person's modules. */
  modules: markers({
    of: (design) => hasModules(design) && !isService(design) && !isLibrary(design),
    because: ["structure.modules", "architecture.testing", "intake.purpose"],
    coversEveryOption: true,
    templates: "library",
    folders: {
      tests: ["module-tests-package", "Makes the tests a package, so that they can share code"],
      "tests/unit": ["module-tests-unit", "Folder of the unit tests"],
      "tests/contract": ["module-tests-contract", "Folder of the contract tests"],
    },
  }),
};
