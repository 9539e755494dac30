import { type Artifact, defineArtifact, moduleOf } from "../define-artifact.ts";
import { hasModules, hasTests, isFull, isLibrary } from "../documents/traits.ts";
import { moduleContractValues } from "../python/module-contract.ts";
import { moduleStubValues } from "../python/module-stub.ts";
import { moduleUsageValues } from "../python/module-usage.ts";
import { testsPackages } from "./tests-packages.ts";

/** The files of the person's own modules: the same in every shell. */
export const moduleArtifacts: readonly Artifact[] = [
  ...testsPackages.modules,
  defineArtifact({
    id: "module-stub",
    phase: "core",
    each: "module",
    appliesWhen: hasModules,
    path: (design, subject) => `src/${design.packageName}/${moduleOf(subject).name}.py`,
    purpose: (_, subject) => moduleOf(subject).purpose || `The module ${moduleOf(subject).name}`,
    because: ["structure.modules"],
    after: ["library-errors"],
    effort: "moderate",
    layer: "module",
    requirements: () => [
      "Keep every public name and signature of the contract; the contract test compares them as written, with annotations and defaults.",
      'Replace every body that raises NotImplementedError, and take the word "Unfinished" and its sentence out of the module docstring.',
      "Keep `__all__`; further names of the module start with an underscore.",
      "No work on import: no I/O, no network, no reading of the environment, no logging configuration.",
      "Refuse bad input early, with an exception that names the argument and the value that would be right.",
    ],
    content: (design, subject) => ({
      template: "module/src/xx_package_xx/xx_module_xx.py",
      values: { module: moduleOf(subject).name, ...moduleStubValues(design, moduleOf(subject)) },
    }),
    unfinished: true,
  }),
  defineArtifact({
    id: "module-surface",
    phase: "tests",
    appliesWhen: (design) => hasModules(design) && hasTests(design),
    path: () => "tests/surface.py",
    purpose: () => "Reads names and signatures from Python source, for the contract tests",
    because: ["structure.modules", "architecture.testing"],
    after: [],
    effort: "simple",
    layer: "tests",
    content: () => ({ template: "module/tests/surface.py" }),
  }),
  defineArtifact({
    id: "module-surface-test",
    phase: "tests",
    appliesWhen: (design) => hasModules(design) && hasTests(design),
    path: () => "tests/unit/test_surface_reader.py",
    purpose: () => "Proves that the contract tests notice changes that break a caller",
    because: ["structure.modules", "architecture.testing"],
    after: ["module-surface"],
    effort: "simple",
    layer: "tests",
    content: () => ({ template: "module/tests/unit/test_surface_reader.py" }),
  }),
  defineArtifact({
    id: "module-contract",
    phase: "tests",
    each: "module",
    appliesWhen: (design) => hasModules(design) && hasTests(design),
    path: (_, subject) => `tests/contract/test_${moduleOf(subject).name}.py`,
    purpose: (_, subject) => `Holds the agreed names and signatures of ${moduleOf(subject).name}`,
    because: ["structure.modules", "architecture.testing"],
    after: ["module-stub", "module-surface"],
    effort: "simple",
    layer: "tests",
    content: (design, subject) => ({
      template: "module/tests/contract/test_xx_module_xx.py",
      values: moduleContractValues(design, moduleOf(subject)),
    }),
  }),
  defineArtifact({
    id: "module-typing",
    phase: "tests",
    each: "module",
    appliesWhen: (design) => hasModules(design) && hasTests(design) && isLibrary(design) && isFull(design),
    path: (_, subject) => `tests/typing/${moduleOf(subject).name}.py`,
    purpose: (_, subject) => `Shows type checkers how a typed caller uses ${moduleOf(subject).name}`,
    because: ["structure.modules", "intake.tier"],
    after: ["module-stub"],
    effort: "simple",
    layer: "tests",
    content: (design, subject) => {
      const values = moduleUsageValues(design, moduleOf(subject));
      return values
        ? { template: "module/tests/typing/xx_module_xx.py", values }
        : { text: '"""Nothing in the module can be called in general; the contract test holds it."""\n' };
    },
  }),
];
