import type { DecisionPath } from "../define-artifact.ts";
import { hasDemos, isFull } from "../documents/traits.ts";
import { packageValues } from "../python/library-package.ts";
import { libraryFiles } from "./library-file.ts";

const CODE: readonly DecisionPath[] = ["intake.purpose"];

/** The package of a library and its quick start. */
export const librarySource = libraryFiles([
  {
    id: "library-errors",
    path: "src/xx_package_xx/errors.py",
    purpose: "The base of every expected failure",
    phase: "core",
    layer: "domain",
    because: ["architecture.error_handling"],
  },
  {
    id: "library-deprecation",
    path: "src/xx_package_xx/_deprecation.py",
    purpose: "One way to announce that a public name goes away",
    phase: "core",
    layer: "platform",
    because: ["intake.tier"],
    appliesWhen: isFull,
  },
  {
    id: "library-package",
    path: "src/xx_package_xx/__init__.py",
    purpose: "The public API: re-exports, version, silent logger",
    phase: "core",
    layer: "entry",
    because: ["structure.modules", "architecture.logging", "architecture.configuration"],
    after: ["module-stub", "library-errors"],
    values: packageValues,
    requirements: [
      "`__all__` lists every public name and nothing else.",
      "No settings and no global state; logging gets a NullHandler and is never configured.",
    ],
  },
  {
    id: "library-typed",
    path: "src/xx_package_xx/py.typed",
    purpose: "Tells type checkers that the package has types",
    phase: "core",
    layer: "none",
    because: CODE,
  },
  {
    id: "library-quickstart",
    path: "examples/quickstart.py",
    purpose: "Shows every public name and whether it is finished",
    phase: "optional",
    layer: "examples",
    because: ["features.demos"],
    after: ["library-package"],
    appliesWhen: hasDemos,
  },
]);
