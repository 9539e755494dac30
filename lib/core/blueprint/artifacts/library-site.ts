import type { DecisionPath } from "../define-artifact.ts";
import { hasSphinx } from "../documents/traits.ts";
import { documentationValues, sphinxValues } from "../python/library-package.ts";
import { libraryFiles } from "./library-file.ts";

const DOCS: readonly DecisionPath[] = ["features.docs_site"];

/** The documentation site of a library. */
export const librarySite = libraryFiles([
  {
    id: "library-docs-conf",
    path: "docs/conf.py",
    purpose: "Settings of the documentation site",
    phase: "documentation",
    layer: "docs",
    because: DOCS,
    appliesWhen: hasSphinx,
    values: sphinxValues,
  },
  {
    id: "library-docs-index",
    path: "docs/index.md",
    purpose: "Start page of the documentation",
    phase: "documentation",
    layer: "none",
    because: DOCS,
    appliesWhen: hasSphinx,
    values: documentationValues,
  },
  {
    id: "library-docs-tutorial",
    path: "docs/tutorial.md",
    purpose: "From an empty environment to a first result",
    phase: "documentation",
    layer: "none",
    because: DOCS,
    after: ["library-package"],
    appliesWhen: hasSphinx,
    values: documentationValues,
  },
  {
    id: "library-docs-how-to",
    path: "docs/how-to.md",
    purpose: "Short answers to tasks that come up",
    phase: "documentation",
    layer: "none",
    because: DOCS,
    appliesWhen: hasSphinx,
    values: documentationValues,
  },
  {
    id: "library-docs-reference",
    path: "docs/reference.md",
    purpose: "Every public name, from the docstrings",
    phase: "documentation",
    layer: "none",
    because: DOCS,
    after: ["module-stub"],
    appliesWhen: hasSphinx,
    values: documentationValues,
  },
  {
    id: "library-docs-explanation",
    path: "docs/explanation.md",
    purpose: "What the package promises: versions, deprecation, errors, no settings",
    phase: "documentation",
    layer: "none",
    because: [...DOCS, "architecture.configuration"],
    appliesWhen: hasSphinx,
    values: documentationValues,
  },
  {
    id: "library-readthedocs",
    path: ".readthedocs.yaml",
    purpose: "How Read the Docs builds the site",
    phase: "delivery",
    layer: "none",
    because: DOCS,
    appliesWhen: hasSphinx,
  },
]);
