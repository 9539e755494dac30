import type { Design } from "../../design/design.ts";
import { type Artifact, type DecisionPath, defineArtifact, type Layer, type Phase } from "../define-artifact.ts";
import { hasCi, hasDemos, hasIntegration, hasSphinx, hasTests, isClosed, isLibrary } from "../documents/traits.ts";
import { releaseWorkflow } from "../documents/release.ts";
import type { Values } from "../fill.ts";
import { communityValues, taskRunnerValues } from "../python/library-community.ts";
import { documentationValues, libraryValues, packageValues, sphinxValues } from "../python/library-package.ts";

interface LibraryFile {
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
  values?(design: Design): Values;
}

const OPEN_TIER = 6;
const isOpen = (design: Design): boolean => design.tier === OPEN_TIER;
const hasExamples = (design: Design): boolean => hasIntegration(design) && hasDemos(design);
const CODE: readonly DecisionPath[] = ["intake.purpose"];
const TESTS: readonly DecisionPath[] = ["architecture.testing", "intake.purpose"];
const DOCS: readonly DecisionPath[] = ["features.docs_site"];
const COMMUNITY: readonly DecisionPath[] = ["intake.tier"];

/** A package file that only makes its folder importable. */
const marker = (folder: string, id: string, purpose: string, appliesWhen: (design: Design) => boolean): LibraryFile => ({
  id, path: `${folder}/__init__.py`, purpose, phase: "tests", layer: "tests", because: TESTS, appliesWhen,
});

const FILES: readonly LibraryFile[] = [
  { id: "library-errors", path: "src/xx_package_xx/errors.py", purpose: "The base of every expected failure", phase: "core", layer: "domain", because: ["architecture.error_handling"] },
  { id: "library-deprecation", path: "src/xx_package_xx/_deprecation.py", purpose: "One way to announce that a public name goes away", phase: "core", layer: "platform", because: ["intake.tier"], appliesWhen: isOpen },
  {
    id: "library-package", path: "src/xx_package_xx/__init__.py", purpose: "The public API: re-exports, version, silent logger", phase: "core", layer: "entry",
    because: ["structure.modules", "architecture.logging", "architecture.configuration"], after: ["module-stub", "library-errors"], values: packageValues,
    requirements: ["`__all__` lists every public name and nothing else.", "No settings and no global state; logging gets a NullHandler and is never configured."],
  },
  { id: "library-typed", path: "src/xx_package_xx/py.typed", purpose: "Tells type checkers that the package has types", phase: "core", layer: "none", because: CODE },

  marker("tests", "library-tests", "Makes the tests one package", hasTests),
  marker("tests/unit", "library-tests-unit", "Folder of the unit tests", hasTests),
  marker("tests/contract", "library-tests-contract", "Folder of the contract tests", (design) => hasTests(design) && design.modules.length > 0),
  marker("tests/integration", "library-tests-integration", "Folder of the integration tests", hasIntegration),
  marker("tests/typing", "library-tests-typing", "Folder of what type checkers read", (design) => hasTests(design) && isOpen(design) && design.modules.length > 0),
  { id: "library-test-errors", path: "tests/unit/test_errors.py", purpose: "Every public exception has the one base", phase: "tests", layer: "tests", because: ["architecture.testing", "architecture.error_handling"], after: ["library-package"], appliesWhen: hasTests },
  { id: "library-test-package", path: "tests/unit/test_package.py", purpose: "Public names, version, types and silent logging", phase: "tests", layer: "tests", because: TESTS, after: ["library-package"], appliesWhen: hasTests },
  { id: "library-test-deprecation", path: "tests/unit/test_deprecation.py", purpose: "Deprecations warn at the caller's line and name the way out", phase: "tests", layer: "tests", because: TESTS, after: ["library-deprecation"], appliesWhen: (design) => hasTests(design) && isOpen(design) },
  { id: "library-test-import", path: "tests/integration/test_import.py", purpose: "A fresh interpreter imports the package without side effects", phase: "tests", layer: "tests", because: TESTS, after: ["library-package"], appliesWhen: hasIntegration },
  { id: "library-test-examples", path: "tests/integration/test_examples.py", purpose: "Runs the quick start as a user would", phase: "tests", layer: "tests", because: ["features.demos", "architecture.testing"], after: ["library-quickstart"], appliesWhen: hasExamples },
  { id: "library-test-documentation", path: "tests/integration/test_documentation.py", purpose: "Runs every console example of README and docs", phase: "tests", layer: "tests", because: ["features.docs_site", "architecture.testing"], after: ["library-docs-tutorial"], appliesWhen: (design) => hasIntegration(design) && hasSphinx(design) },

  { id: "library-quickstart", path: "examples/quickstart.py", purpose: "Shows every public name and whether it is finished", phase: "optional", layer: "examples", because: ["features.demos"], after: ["library-package"], appliesWhen: hasDemos },

  { id: "library-docs-conf", path: "docs/conf.py", purpose: "Settings of the documentation site", phase: "documentation", layer: "docs", because: DOCS, appliesWhen: hasSphinx, values: sphinxValues },
  { id: "library-docs-index", path: "docs/index.md", purpose: "Start page of the documentation", phase: "documentation", layer: "none", because: DOCS, appliesWhen: hasSphinx, values: documentationValues },
  { id: "library-docs-tutorial", path: "docs/tutorial.md", purpose: "From an empty environment to a first result", phase: "documentation", layer: "none", because: DOCS, after: ["library-package"], appliesWhen: hasSphinx, values: documentationValues },
  { id: "library-docs-how-to", path: "docs/how-to.md", purpose: "Short answers to tasks that come up", phase: "documentation", layer: "none", because: DOCS, appliesWhen: hasSphinx, values: documentationValues },
  { id: "library-docs-reference", path: "docs/reference.md", purpose: "Every public name, from the docstrings", phase: "documentation", layer: "none", because: DOCS, after: ["module-stub"], appliesWhen: hasSphinx, values: documentationValues },
  { id: "library-docs-explanation", path: "docs/explanation.md", purpose: "What the package promises: versions, deprecation, errors, no settings", phase: "documentation", layer: "none", because: [...DOCS, "architecture.configuration"], appliesWhen: hasSphinx, values: documentationValues },
  { id: "library-readthedocs", path: ".readthedocs.yaml", purpose: "How Read the Docs builds the site", phase: "delivery", layer: "none", because: DOCS, appliesWhen: hasSphinx },

  { id: "library-nox", path: "noxfile.py", purpose: "All checks, each in an environment of its own, on every Python", phase: "delivery", layer: "none", because: COMMUNITY, appliesWhen: (design) => isOpen(design) && hasTests(design), values: taskRunnerValues },
  { id: "library-contributing", path: ".github/CONTRIBUTING.md", purpose: "How to set up, check and propose a change", phase: "documentation", layer: "none", because: COMMUNITY, appliesWhen: isOpen, values: communityValues },
  { id: "library-conduct", path: ".github/CODE_OF_CONDUCT.md", purpose: "What contributors ask of each other", phase: "documentation", layer: "none", because: COMMUNITY, appliesWhen: isOpen },
  { id: "library-pull-request", path: ".github/PULL_REQUEST_TEMPLATE.md", purpose: "What a pull request says", phase: "documentation", layer: "none", because: COMMUNITY, appliesWhen: isOpen },
  { id: "library-issue-bug", path: ".github/ISSUE_TEMPLATE/bug.yml", purpose: "What a report of a fault says", phase: "documentation", layer: "none", because: COMMUNITY, appliesWhen: isOpen },
  { id: "library-issue-idea", path: ".github/ISSUE_TEMPLATE/idea.yml", purpose: "What a wish says", phase: "documentation", layer: "none", because: COMMUNITY, appliesWhen: isOpen },
  { id: "library-issue-config", path: ".github/ISSUE_TEMPLATE/config.yml", purpose: "Sends every issue through a form", phase: "documentation", layer: "none", because: COMMUNITY, appliesWhen: isOpen },
];

/** The source, tests, documentation and community files of a library. */
export const libraryArtifacts: readonly Artifact[] = [
  ...FILES.map((file) =>
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
      content: (design) => ({ template: `library/${file.path}`, values: { ...libraryValues(design), ...file.values?.(design) } }),
    }),
  ),
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
