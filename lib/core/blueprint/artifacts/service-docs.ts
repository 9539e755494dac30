import type { Design } from "../../design/design.ts";
import { type Artifact, defineArtifact } from "../define-artifact.ts";
import { DOCS_PAGES, type DocsPage, docsValues, hasPage } from "../documents/service-docs.ts";
import { isService } from "../documents/traits.ts";
import { resourceValues } from "../values.ts";
import { testFile } from "./test-file.ts";

const hasFolder = (design: Design): boolean => isService(design) && design.answers.features.docs_site === "markdown";

const INDEX: DocsPage = { file: "index.md", title: "Documentation", about: "The pages there are" };

const page = (source: DocsPage): Artifact =>
  defineArtifact({
    id: `docs-${source.file.replace(".md", "")}`,
    phase: "documentation",
    appliesWhen: (design) => hasFolder(design) && hasPage(design, source),
    path: () => `docs/${source.file}`,
    purpose: () => `${source.title}: ${source.about}`,
    because: ["features.docs_site", "features.docs_content", "intake.tier", "features.api", "architecture.persistence"],
    after: ["service-settings", "service-errors", "service-routes"],
    effort: "simple",
    layer: "docs",
    requirements: () => ["Says only what is true of this repository; every command works."],
    content: (design) => ({
      template: `service/docs/${source.file}`,
      values: { ...(design.resources[0] ? resourceValues(design.resources[0]) : {}), ...docsValues(design) },
    }),
  });

/** The folder `docs/` of a service, and the test that keeps it complete. */
export const serviceDocs: readonly Artifact[] = [
  page(INDEX),
  ...DOCS_PAGES.map(page),
  testFile({
    id: "tests-documentation",
    file: "tests/contract/test_documentation.py",
    purpose: "The documentation names every error and every setting there is",
    because: ["features.docs_site", "features.api", "architecture.configuration"],
    effort: "simple",
    after: ["docs-errors", "docs-configuration"],
    appliesWhen: hasFolder,
  }),
];
