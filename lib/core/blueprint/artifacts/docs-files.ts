import type { Design } from "../../design/design.ts";
import { type Artifact, defineArtifact, type Subject } from "../define-artifact.ts";
import { changelog, security } from "../documents/community.ts";
import { readme } from "../documents/readme/readme.ts";
import { type DecisionRecord, recordsOf, recordText } from "../documents/records.ts";
import { isFull, isLibrary, isProduction } from "../documents/traits.ts";

const kept = (design: Design) => isFull(design) && (isProduction(design) || isLibrary(design));

function recordAt(design: Design, subject: Subject): { record: DecisionRecord; number: number } {
  const number = "record" in subject ? Number(subject.record) : 0;
  const record = recordsOf(design)[number - 1];
  if (!record) throw new Error("artifact asked for a decision record it does not have");
  return { record, number };
}

const records = defineArtifact({
  id: "docs-adr",
  phase: "documentation",
  each: "record",
  appliesWhen: () => true,
  path: (design, subject) => {
    const { record, number } = recordAt(design, subject);
    return `docs/adr/${String(number).padStart(4, "0")}-${record.slug}.md`;
  },
  purpose: (design, subject) => `Why: ${recordAt(design, subject).record.title}`,
  because: ["intake.tier", "features.docs_site"],
  coversEveryOption: true,
  after: [],
  effort: "simple",
  layer: "docs",
  content: (design, subject) => {
    const { record, number } = recordAt(design, subject);
    return { text: recordText(record, number) };
  },
});

const changes = defineArtifact({
  id: "docs-changelog",
  phase: "documentation",
  appliesWhen: kept,
  path: () => "CHANGELOG.md",
  purpose: () => "What changed from release to release",
  because: ["intake.maturity", "intake.tier"],
  coversEveryOption: true,
  after: [],
  effort: "trivial",
  layer: "docs",
  content: (design) => ({ text: changelog(design) }),
});

const weaknesses = defineArtifact({
  id: "docs-security",
  phase: "documentation",
  appliesWhen: kept,
  path: () => "SECURITY.md",
  purpose: () => "How to report a weakness, and which versions are mended",
  because: ["intake.maturity", "intake.tier"],
  coversEveryOption: true,
  after: [],
  effort: "trivial",
  layer: "docs",
  content: (design) => ({ text: security(design) }),
});

const front = defineArtifact({
  id: "docs-readme",
  phase: "readme",
  appliesWhen: () => true,
  path: () => "README.md",
  purpose: () => "What this is, for whom, and the commands from checkout to running tests",
  because: [
    "intake.description",
    "intake.users",
    "intake.non_goals",
    "structure.resources",
    "structure.modules",
    "architecture.dependency_manager",
    "architecture.configuration",
    "architecture.persistence",
    "architecture.auth",
    "features.api",
  ],
  coversEveryOption: true,
  after: ["base-pyproject"],
  effort: "moderate",
  layer: "docs",
  requirements: () => [
    "Nothing in it that is not in the repository; every command works in a fresh checkout; no placeholder.",
  ],
  content: (design, _, paths) => ({ text: readme({ design, paths }) }),
});

/** Decision records, change log, security policy and, last of all, the README. */
export const docsFiles: readonly Artifact[] = [records, changes, weaknesses, front];
