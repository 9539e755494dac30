import type { InteractionRule } from "../interaction-rule.ts";

/** The rules of area Docs, in the order of the rule book (python-standard 3). */
export const DOCUMENTATION_INTERACTIONS: readonly InteractionRule[] = [
  {
    id: "DC01",
    area: "Docs",
    severity: "warn",
    applies: (f) => f.docs_site === "mkdocs",
    answersOnly: true,
    reads: ["docs_site"],
    effect:
      "The documentation site is held on the last MkDocs and Material versions, in a layout that a successor can read.",
    reason: "MkDocs 1.x unmaintained; Material ends 2027-05-05; FastAPI and PDM moved to Zensical.",
    critic: ["MA17"],
    sources: ["S7", "S19", "S12", "S11"],
  },
  {
    id: "DC02",
    area: "Docs",
    severity: "info",
    applies: (f) => f.docs_site === "sphinx",
    answersOnly: true,
    reads: ["docs_site"],
    effect:
      "Sphinx pages are Markdown, every warning fails the build, and imports are written so that the API reference can resolve them.",
    reason: "TYPE_CHECKING imports break autodoc.",
    critic: [],
    sources: ["S7", "S6"],
  },
  {
    id: "DC03",
    area: "Docs",
    severity: "notice",
    applies: (f) => f.site && f.has_http,
    answersOnly: true,
    reads: ["site", "has_http"],
    effect: "The site links to the API's own OpenAPI document and does not repeat endpoints.",
    reason: "One source of truth.",
    critic: [],
    sources: ["S1"],
  },
  {
    id: "DC04",
    area: "Docs",
    severity: "notice",
    applies: (f) => f.n_langs > 0,
    answersOnly: true,
    reads: ["n_langs"],
    effect:
      "Each translated README names the version it was made from and says that English leads; CI compares the headings.",
    reason: "Translations go stale.",
    critic: ["MA15"],
    sources: ["S1"],
  },
  {
    id: "DC05",
    area: "Docs",
    severity: "error",
    applies: (f) => f.licence === "proprietary",
    answersOnly: true,
    reads: ["licence"],
    effect: "The package is marked as private, package indexes will refuse it, and there is no publish workflow.",
    reason: "Prevents accidental publication.",
    critic: [],
    sources: ["S7"],
  },
];
