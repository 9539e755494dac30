import type { Design } from "../../design/design.ts";
import type { Artifact, DecisionPath } from "../define-artifact.ts";
import { hasDemos, hasIntegration, hasSphinx, hasTests, isFull } from "../documents/traits.ts";
import { libraryFiles } from "./library-file.ts";
import { testsPackages } from "./tests-packages.ts";

const TESTS: readonly DecisionPath[] = ["architecture.testing", "intake.purpose"];
const hasExamples = (design: Design): boolean => hasIntegration(design) && hasDemos(design);

/** The tests of a library that do not belong to one module. */
export const libraryTests: readonly Artifact[] = [
  ...testsPackages.library,
  ...libraryFiles([
    {
      id: "library-test-errors",
      path: "tests/unit/test_errors.py",
      purpose: "Every public exception has the one base",
      phase: "tests",
      layer: "tests",
      because: ["architecture.testing", "architecture.error_handling"],
      after: ["library-package"],
      appliesWhen: hasTests,
    },
    {
      id: "library-test-package",
      path: "tests/unit/test_package.py",
      purpose: "Public names, version, types and silent logging",
      phase: "tests",
      layer: "tests",
      because: TESTS,
      after: ["library-package"],
      appliesWhen: hasTests,
    },
    {
      id: "library-test-deprecation",
      path: "tests/unit/test_deprecation.py",
      purpose: "Deprecations warn at the caller's line and name the way out",
      phase: "tests",
      layer: "tests",
      because: TESTS,
      after: ["library-deprecation"],
      appliesWhen: (design) => hasTests(design) && isFull(design),
    },
    {
      id: "library-test-import",
      path: "tests/integration/test_import.py",
      purpose: "A fresh interpreter imports the package without side effects",
      phase: "tests",
      layer: "tests",
      because: TESTS,
      after: ["library-package"],
      appliesWhen: hasIntegration,
    },
    {
      id: "library-test-examples",
      path: "tests/integration/test_examples.py",
      purpose: "Runs the quick start as a user would",
      phase: "tests",
      layer: "tests",
      because: ["features.demos", "architecture.testing"],
      after: ["library-quickstart"],
      appliesWhen: hasExamples,
    },
    {
      id: "library-test-documentation",
      path: "tests/integration/test_documentation.py",
      purpose: "Runs every console example of README and docs",
      phase: "tests",
      layer: "tests",
      because: ["features.docs_site", "architecture.testing"],
      after: ["library-docs-tutorial"],
      appliesWhen: (design) => hasIntegration(design) && hasSphinx(design),
    },
  ]),
];
